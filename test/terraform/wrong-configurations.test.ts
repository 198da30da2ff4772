import {
  describeTerraform,
  providerMode,
  validateOffline,
  ValidateDiagnostic,
} from '../kit/terraform';
import { about, specimen, TERRAFORM } from './specimen';
import { Mistake, REFUSED_BY_PROVIDER, REFUSED_BY_TERRAFORM } from './wrong-configurations';

const ALL = { ...REFUSED_BY_PROVIDER, ...REFUSED_BY_TERRAFORM };
const MISTAKES = Object.values(ALL).flat();
const caseOf = (mistake: Mistake) => `case_${MISTAKES.indexOf(mistake)}`;
const label = ({ type, path, value }: Mistake) => {
  const shown = JSON.stringify(value) ?? 'nothing';
  return `${type} ${path} = ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}`;
};

describeTerraform('validate refuses', () => {
  let diagnostics: readonly ValidateDiagnostic[] = [];

  beforeAll(async () => {
    diagnostics = await validateOffline({ json: configuration() });
  });

  const errorsOf = (mistake: Mistake) =>
    about(diagnostics, mistake.type.replace(/^data\./, ''), caseOf(mistake)).filter(
      ({ severity }) => severity === 'error',
    );

  describe.each(Object.entries(ALL))('%s', (_, mistakes) => {
    test.each(mistakes.map((mistake) => [label(mistake), mistake] as const))(
      '%s',
      (__, mistake) => {
        const said = errorsOf(mistake).map(({ summary, detail, snippet }) =>
          [summary, detail, snippet?.code].join('\n'),
        );
        expect(said.join('\n')).toContain(mistake.path.split('.').pop());
      },
    );
  });

  if (providerMode() === 'offline') {
    const known = Object.values(REFUSED_BY_PROVIDER).flat();
    test.each(known.map((mistake) => [label(mistake), mistake] as const))(
      '%s, in words that name path and value',
      (_, mistake) => {
        const start = `${mistake.path}: got ${shown(mistake)}, expected `;
        const summaries = errorsOf(mistake).map(({ summary }) => summary);
        expect(summaries.map((summary) => summary.slice(0, start.length))).toContain(start);
      },
    );
  }

  test('a mistake in the configuration of the provider itself', async () => {
    const said = await validateOffline({
      json: {
        terraform: TERRAFORM,
        provider: { ibm: [{ visibility: 'hidden', ibmcloud_account_id: 'a' }] },
        resource: { ibm_code_engine_project: { p: { name: 'p' } } },
      },
    });
    const text = said.map(({ summary, detail }) => summary + detail).join('\n');
    expect(text).toContain('visibility');
    expect(text).toContain('iam_profile_name');
  });

  test('secrets without showing them', async () => {
    const canary = 'canary-in-a-destination';
    const said = await validateOffline({
      json: {
        terraform: TERRAFORM,
        resource: {
          ibm_cis_logpush_job: {
            job: specimen('ibm_cis_logpush_job', { cos: canary, destination_conf: 'd' }),
          },
        },
      },
    });
    const text = said.map(({ summary, detail }) => summary + detail).join('\n');
    expect(text).toContain('cos');
    expect(text).not.toContain(canary);
  });
});

/** All mistakes in one configuration, each in a resource of its own, because one run costs as much as many. */
function configuration(): object {
  const blocks = { resource: {}, data: {} } as Record<'resource' | 'data', Record<string, object>>;
  for (const mistake of MISTAKES) {
    const kind = mistake.type.startsWith('data.') ? 'data' : 'resource';
    const type = mistake.type.replace(/^data\./, '');
    const values = { ...mistake.beside, [mistake.path]: mistake.value };
    const config = specimen(type, values, kind);
    blocks[kind][type] = { ...blocks[kind][type], [caseOf(mistake)]: config };
  }
  return { terraform: TERRAFORM, ...blocks };
}

/** A value as the provider shows it: of a list only the element at fault, of a secret only its length. */
function shown({ path, value }: Mistake): string {
  if (value === undefined) return 'nothing';
  if (path === 'cos') return `a secret of ${(value as string).length} characters`;
  const [only] = Array.isArray(value) && value.length === 1 ? value : [value];
  return JSON.stringify(only);
}
