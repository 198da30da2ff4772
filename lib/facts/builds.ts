/**
 * The sizes of the machine that builds an image, each with twice the CPU, memory and storage of the one before.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-plan-build#build-size
 */
export enum BuildSize {
  SMALL = 'small',
  MEDIUM = 'medium',
  LARGE = 'large',
  XLARGE = 'xlarge',
  XXLARGE = 'xxlarge',
}
