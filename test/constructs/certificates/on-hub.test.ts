import { App, TerraformStack } from 'cdktf';
import { IEventHub } from '../../../lib/constructs/certificates/event-hub';
import { parent, problemsInHub } from '../../../lib/constructs/certificates/on-hub';
import { hub } from '../../kit/samples-certificates';
import { newStack } from '../../kit/synth';

test('a hub of the same stack has no problems', () => {
  const stack = newStack();
  expect(problemsInHub(stack, hub(stack))).toEqual([]);
});

test('a hub of another stack has one, and what to do', () => {
  const app = new App();
  const [one, two] = ['one', 'two'].map((id) => new TerraformStack(app, id));
  expect(problemsInHub(one, hub(two))).toEqual([
    expect.objectContaining({ prop: 'hub', remedy: 'use EventHub.fromCrn' }),
  ]);
});

test('what is no hub has one', () => {
  const none = 'hub' as unknown as IEventHub;
  expect(problemsInHub(newStack(), none)).toMatchObject([{ prop: 'hub', got: 'another string' }]);
});

test('a hub is the parent of what there is once for each', () => {
  const events = hub(newStack());
  expect(parent(events)).toBe(events);
});
