/** Whatever props the types allow: a construct refuses them in its own words, or Terraform accepts what it renders. */
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { ConfigMap } from '../../../lib/constructs/workloads/config-map';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { SecureFunction } from '../../../lib/constructs/workloads/secure-function';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import {
  appProps,
  configMapProps,
  functionProps,
  jobProps,
  projectProps,
} from '../../kit/arbitraries';
import { FunctionRuntime } from '../../../lib/facts/runtime';
import { image } from '../../kit/samples';
import { PROJECT, judges } from '../../kit/judged';

judges([
  [
    'SecureApp',
    () => appProps,
    (stack, id, props) => new SecureApp(stack, id, { project: PROJECT, image: image(), ...props }),
  ],
  [
    'SecureJob',
    () => jobProps,
    (stack, id, props) => new SecureJob(stack, id, { project: PROJECT, image: image(), ...props }),
  ],
  [
    'SecureFunction',
    () => functionProps,
    (stack, id, props) =>
      new SecureFunction(stack, id, {
        project: PROJECT,
        code: FunctionCode.inline('x'),
        runtime: FunctionRuntime.NODEJS_24,
        ...props,
      }),
  ],
  [
    'CodeEngineProject',
    () => projectProps,
    (stack, id, props) => new CodeEngineProject(stack, id, props),
  ],
  [
    'ConfigMap',
    () => configMapProps,
    (stack, id, props) => new ConfigMap(stack, id, { project: PROJECT, ...props }),
  ],
]);
