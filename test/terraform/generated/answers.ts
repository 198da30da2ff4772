/** What Terraform and the provider answer to cases, many to a run. */
import * as fs from 'fs';
import * as path from 'path';
import { inTemporaryFolder } from '../../kit/temporary';
import type { ValidateDiagnostic } from '../../kit/terraform';
import { validateOffline } from '../../kit/terraform';
import { TERRAFORM } from '../specimen';
import { Case } from './cases';
import { Verdict } from './oracle';

// an answer shows the lines around each mistake, for which Terraform reads the file up to there.
const FILE_SIZE = 5;

/** The verdicts in the order of the cases. */
export async function answersTo(cases: readonly Case[]): Promise<Verdict[]> {
  const diagnostics = await inTemporaryFolder(async (dir) => {
    write(dir, cases);
    return validateOffline({ dir });
  });
  const refused = new Set(diagnostics.filter(isError).map(caseOf));
  return cases.map((_, index) => (refused.has(index) ? 'refused' : 'accepted'));
}

const isError = ({ severity }: ValidateDiagnostic) => severity === 'error';

function caseOf({ snippet, summary, detail }: ValidateDiagnostic): number {
  const [, index] = /\.case_(\d+)(\.|$)/.exec(snippet?.context ?? '') ?? [];
  // an answer about no case at all is one about the whole run, as when the provider crashes.
  if (index === undefined) throw new Error(`validate: got ${summary}: ${detail}, expected a case`);
  return Number(index);
}

function write(dir: string, cases: readonly Case[]): void {
  fs.writeFileSync(path.join(dir, 'main.tf.json'), JSON.stringify({ terraform: TERRAFORM }));
  for (let from = 0; from < cases.length; from += FILE_SIZE) {
    const blocks: Record<string, Record<string, Record<string, unknown>>> = {};
    cases.slice(from, from + FILE_SIZE).forEach(({ type, kind, config }, index) => {
      const ofType = ((blocks[kind] ??= {})[type] ??= {});
      ofType[`case_${from + index}`] = literal(config);
    });
    const file = path.join(dir, `cases_${from}.tf.json`);
    fs.writeFileSync(file, JSON.stringify(blocks, null, 1));
  }
}

/** Texts as they are, even those that look like a template. */
function literal(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[$%](?=\{)/g, (sign) => sign + sign);
  if (Array.isArray(value)) return value.map(literal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, literal(item)]));
}
