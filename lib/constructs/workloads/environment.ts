import { EnvValue } from './env-value';
import { OptOut, Problem, atMost, isA, matches, member } from '../../core';
import { CONTAINER_LIMITS } from '../../facts/limits';
import { ENVIRONMENT_NAME } from '../../facts/names';
import { looksSecret } from '../../facts/secrets';

type Environment = Readonly<Record<string, EnvValue>>;

/** The environment variables of any workload: problems, opt-outs and Terraform. */
export const environment = {
  problemsIn: (variables: Environment): Problem[] => [
    ...atMost('environment', variables, CONTAINER_LIMITS.entries),
    ...Object.entries(variables).flatMap(([name, value]) => [
      ...matches(member('environment', name), name, ENVIRONMENT_NAME),
      ...isA(member('environment', name), value, '_toTerraform', 'an EnvValue'),
    ]),
  ],

  optOutsIn: (variables: Environment): OptOut[] =>
    Object.entries(variables).map(([name, value]) => ({
      rule: 'secrets/no-literal-secret',
      prop: member('environment', name),
      // the value may be the secret: it is never shown.
      got: 'a literal under the name of a secret',
      expected: 'EnvValue.fromSecret',
      taken: isLiteral(value) && looksSecret(name),
      waiverProp: member('environment', name),
      remedy: 'or give a Waiver as the second argument of EnvValue.literal',
      waiver: value?._waiver,
    })),

  terraformOf: (variables: Environment) =>
    Object.entries(variables).map(([name, value]) => value._toTerraform(name)),
};

const isLiteral = (value: EnvValue | undefined) => value?._isLiteral?.() ?? false;
