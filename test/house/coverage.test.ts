/** Every row of IBM's page, its TLS section and each of its eight steps, and what covers it here. */
import * as fs from 'fs';
import { ROOT, expectFresh, filesIn, textOf } from '../kit/fresh';
import { section } from '../kit/section';

type Cell = 'construct' | 'rule' | 'test' | 'example';
type Row = { readonly part: string; readonly row: string } & { readonly [C in Cell]?: string };

const CELLS: readonly Cell[] = ['construct', 'rule', 'test', 'example'];
const { rows, openAtMost } = JSON.parse(textOf('test/house/coverage.json')) as {
  rows: readonly Row[];
  openAtMost: number;
};

const PARTS = [
  ...Array<string>(7).fill('Security feature'),
  ...Array<string>(2).fill('TLS'),
  ...Array.from({ length: 8 }, (_, step) => `Layer 7, step ${step + 1}`),
];

test('the map holds all of the page: seven features, two of TLS, eight steps', () => {
  expect(rows.map(({ part }) => part)).toEqual(PARTS);
  expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length);
});

test.each(rows.map((row) => [row.row, row]))('what covers "%s" exists', (_, row) => {
  const constructs = filesIn('lib', '.ts').map(textOf).join('\n');
  if (row.construct) expect(constructs).toContain(`export class ${row.construct} `);
  if (row.rule) expect(fs.existsSync(`${ROOT}/lib/policy/rules/${row.rule}.ts`)).toBe(true);
  if (row.test) expect(textOf(row.test)).toContain(row.construct ?? '');
  if (row.example) expect(textOf(`examples/${row.example}/main.ts`)).toContain(row.construct ?? '');
});

test('what is open is counted, and the count may only fall', () => {
  const open = rows.flatMap((row) => CELLS.filter((cell) => row[cell] === undefined));
  // lower it in test/house/coverage.json with every cell that is filled; it is never raised.
  expect(open.length).toBe(openAtMost);
});

test('the README says what is covered', () => {
  const cell = (value: string | undefined) => (value ? `\`${value}\`` : '–');
  const lines = rows.map(
    ({ part, row, construct, rule, example }) =>
      `| ${part} | ${row} | ${cell(construct)} | ${cell(rule)} | ${cell(example)} |`,
  );
  const table = ['| part | row | construct | rule | example |', '|---|---|---|---|---|', ...lines];
  expectFresh('README.md', section(textOf('README.md'), 'coverage', table.join('\n')));
});
