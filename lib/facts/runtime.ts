/**
 * What runs the code of a function: the versions that are maintained.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-fun-runtime
 */
export enum FunctionRuntime {
  NODEJS_22 = 'nodejs-22',
  NODEJS_24 = 'nodejs-24',
  PYTHON_3_11 = 'python-3.11',
  PYTHON_3_13 = 'python-3.13',
}
