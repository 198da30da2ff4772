import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { IWorkload } from '../../../lib/constructs/workloads/workload';
import { ComponentType } from '../../../lib/facts/component-type';
import { image, project } from '../../kit/samples';
import { newStack } from '../../kit/synth';

test('workloads say of themselves what they are and in which project', () => {
  const stack = newStack();
  const own = { project: project(stack), image: image() };
  const workloads: IWorkload[] = [
    new SecureApp(stack, 'web', own),
    new SecureJob(stack, 'night', own),
    SecureApp.fromAppName(stack, 'shop', { project: own.project, appName: 'shop' }),
  ];
  expect(workloads.map(({ componentType }) => componentType)).toEqual([
    ComponentType.APPLICATION,
    ComponentType.JOB,
    ComponentType.APPLICATION,
  ]);
  expect(workloads.map((it) => it.project)).toEqual(Array(3).fill(own.project));
});
