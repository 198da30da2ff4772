import * as fs from 'fs';
import * as path from 'path';
import { CLOUD_NAME, exampleNames, summarize, synthesizeExample } from '../../tools/synth';
import { scratch, write } from './scratch';

const STACK = {
  resource: {
    ibm_code_engine_app: {
      a: { '//': { waivers: [{}, {}] } },
      b: {},
    },
    ibm_code_engine_project: { p: { '//': {} } },
  },
};

/** An example whose program writes what a synthesis would, without cdktf. */
const program = (stack: object) => `
  import * as fs from 'fs';
  const out = process.env.CDKTF_OUTDIR!;
  fs.mkdirSync(out);
  fs.writeFileSync(out + '/cdk.tf.json', ${JSON.stringify(JSON.stringify(stack))});
  fs.writeFileSync(out + '/manifest.json', JSON.stringify({ stacks: { shop: { synthesizedStackPath: 'cdk.tf.json' } } }));
`;

test('every example has its program', () => {
  expect(exampleNames()).toContain('01-private-application');
});

test('a synthesis is told by its stacks, resources and waivers, wherever it is to lie', async () => {
  const dir = scratch();
  write(dir, { 'main.ts': program(STACK) });
  const outdir = path.join(dir, 'not', 'yet', 'there');
  const stacks = await synthesizeExample(dir, outdir);
  expect(stacks).toEqual([
    {
      name: 'shop',
      file: path.join(outdir, 'cdk.tf.json'),
      resources: { ibm_code_engine_app: 2, ibm_code_engine_project: 1 },
      waivers: 2,
    },
  ]);
  expect(summarize(outdir)).toEqual(stacks);
}, 20_000);

test('the cloud that was kept beside a stack stays through the next synthesis', async () => {
  const dir = scratch();
  const folder = "fs.mkdirSync(out + '/stacks/shop', { recursive: true });";
  write(dir, {
    'main.ts': program(STACK).replace('fs.mkdirSync(out);', folder),
    [`out/stacks/shop/${CLOUD_NAME}`]: '{"kept":true}',
    [`out/stacks/gone/${CLOUD_NAME}`]: '{}',
  });
  await synthesizeExample(dir, path.join(dir, 'out'));
  expect(fs.readdirSync(path.join(dir, 'out', 'stacks'))).toEqual(['shop']);
  expect(fs.readFileSync(path.join(dir, 'out', 'stacks', 'shop', CLOUD_NAME), 'utf8')).toContain(
    'kept',
  );
}, 20_000);

test('an example that fails leaves what was there before, and says why', async () => {
  const dir = scratch();
  const outdir = path.join(dir, 'out');
  write(dir, { 'main.ts': "throw new Error('no such thing');", 'out/cdk.tf.json': '{}' });
  await expect(synthesizeExample(dir, outdir)).rejects.toThrow(
    /got exit code 1, expected a synthesis[\s\S]*no such thing/,
  );
  expect(fs.readdirSync(outdir)).toEqual(['cdk.tf.json']);
}, 20_000);
