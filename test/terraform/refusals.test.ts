import * as fs from 'fs';
import * as path from 'path';
import { PROVIDER_DIR } from '../../tools/provider-data';
import {
  describeTerraform,
  providerMode,
  validateOffline,
  ValidateDiagnostic,
} from '../kit/terraform';
import { about, specimen, TERRAFORM } from './specimen';

interface Seen {
  readonly type: string;
  readonly path: string;
  readonly value: unknown;
  readonly why: string;
}

const { refused, acceptedThoughWrong } = JSON.parse(
  fs.readFileSync(path.join(PROVIDER_DIR, 'refusals.json'), 'utf8'),
) as Record<'refused' | 'acceptedThoughWrong', readonly Seen[]>;

const label = ({ type, path: at, value }: Seen) => `${type} ${at} = ${JSON.stringify(value)}`;

describeTerraform('what the provider was seen to do with a value', () => {
  const sayings = new Map<Seen, readonly ValidateDiagnostic[]>();

  beforeAll(async () => {
    for (const all of [refused, acceptedThoughWrong]) {
      const diagnostics = await validateOffline({ json: configurationOf(all) });
      all.forEach((seen, index) =>
        sayings.set(seen, about(diagnostics, seen.type, `case_${index}`)),
      );
    }
  });

  test.each(refused.map((seen) => [label(seen), seen] as const))('%s is refused', (_, seen) => {
    const said = textOf(sayings.get(seen));
    expect(said).toContain(seen.path.split('.').pop());
    // the real provider has words of its own.
    if (providerMode() !== 'offline') return;
    for (const value of shown(seen)) expect(said).toContain(value);
  });

  test.each(acceptedThoughWrong.map((seen) => [label(seen), seen] as const))(
    '%s passes although it is wrong',
    (_, seen) => {
      expect(textOf(sayings.get(seen))).toBe('');
    },
  );
});

function configurationOf(all: readonly Seen[]): object {
  const resource: Record<string, Record<string, unknown>> = {};
  all.forEach(({ type, path: at, value }, index) => {
    const config = specimen(type, { [at]: value ?? undefined });
    resource[type] = { ...resource[type], [`case_${index}`]: config };
  });
  return { terraform: TERRAFORM, resource };
}

/** The value as messages show it: nothing for none; what Terraform itself refuses it quotes as code. */
function shown({ value }: Seen): string[] {
  if (value === null) return ['nothing'];
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(item));
  return typeof value === 'object' ? Object.keys(value as object) : [JSON.stringify(value)];
}

function textOf(diagnostics: readonly ValidateDiagnostic[] = []): string {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ summary, detail }) => `${summary} ${detail}`)
    .join('\n');
}
