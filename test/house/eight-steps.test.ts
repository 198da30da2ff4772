/** The page on the eight steps shows what is rendered: its table and its picture are made of the golden file. */
import { expectFresh, textOf } from '../kit/fresh';
import { section } from '../kit/section';

const PAGE = 'lib/constructs/edge/README.md';
const golden = JSON.parse(textOf('examples/07-protected-domain/expected.tf.json')) as {
  readonly output: { readonly steps: { readonly value: readonly (readonly string[])[] } };
  readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
};
const TITLES = [
  ...textOf('lib/constructs/edge/protection-steps.ts').matchAll(/title: '([^']+)'/g),
].map(([, title]) => title);
const steps = golden.output.steps.value;
const types = (addresses: readonly string[]) => addresses.map((it) => it.replace(/\.[^.]+$/, ''));

/** What of a step is not in the configuration. */
const OUTSIDE: Readonly<Record<number, string>> = {
  1: 'at a registrar',
  3: 'given by its CRN; `CisZone` makes one where there is none',
  4: 'given by its id; `CisZone` makes one where there is none',
};

test('there are eight steps, and each is taken in the configuration or outside of it', () => {
  expect(TITLES).toHaveLength(8);
  expect(steps).toHaveLength(8);
  steps.forEach((addresses, index) => {
    expect([index + 1, addresses.length > 0 || OUTSIDE[index + 1] !== undefined]).toEqual([
      index + 1,
      true,
    ]);
  });
});

test('the page lists what takes each step', () => {
  const rows = steps.map((addresses, index) => {
    const taken = types(addresses).map((type) => `\`${type}\``);
    const by = taken.length > 0 ? taken.join(', ') : OUTSIDE[index + 1];
    return `| ${index + 1} | ${TITLES[index]} | ${by} |`;
  });
  const table = ['| step | IBM calls it | taken by |', '|---|---|---|', ...rows].join('\n');
  expectFresh(PAGE, section(textOf(PAGE), 'steps', table));
});

/** The way of a request, from resource to resource, and what holds before the first of them is made. */
const WAY = [
  'ibm_cis_global_load_balancer',
  'ibm_cis_origin_pool',
  'ibm_code_engine_domain_mapping',
  'ibm_code_engine_app',
];

test('the page draws the way of a request as the references of the golden file have it', () => {
  const blocks = Object.entries(golden.resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => ({ type, name, text: JSON.stringify(body) })),
  );
  const refersTo = (from: string, to: string) =>
    blocks.some(
      ({ type, text }) =>
        type === from &&
        blocks.some((it) => it.type === to && text.includes(`${it.type}.${it.name}`)),
    );
  const arrows = WAY.slice(1).map((to, index) => {
    expect([WAY[index], to, refersTo(WAY[index], to)]).toEqual([WAY[index], to, true]);
    return `  ${WAY[index]} --> ${to}`;
  });
  const balancer = blocks.find(({ type }) => type === WAY[0])!;
  const { depends_on: before } = JSON.parse(balancer.text) as { depends_on: readonly string[] };
  const guards = [...new Set(types(before))].map((type) => `  ${type} -.-> ${WAY[0]}`);
  const beside = [
    `  ibm_cis_healthcheck -.-> ibm_cis_origin_pool`,
    `  ibm_code_engine_secret -.-> ibm_code_engine_domain_mapping`,
  ];
  expect(refersTo('ibm_cis_origin_pool', 'ibm_cis_healthcheck')).toBe(true);
  expect(refersTo('ibm_code_engine_domain_mapping', 'ibm_code_engine_secret')).toBe(true);
  const picture = [
    'flowchart LR',
    `  internet((internet)) --> ${WAY[0]}`,
    ...arrows,
    ...guards,
    ...beside,
  ];
  const fenced = ['```mermaid', ...picture, '```'].join('\n');
  expectFresh(PAGE, section(textOf(PAGE), 'topology', fenced));
});
