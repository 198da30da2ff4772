import { EnvValue } from './env-value';
import { OptOut, Problem, atMost, isA, matches, member } from '../../core';
import { CONTAINER_LIMITS } from '../../facts/limits';
import { ENVIRONMENT_NAME } from '../../facts/names';
import { looksSecret } from '../../facts/secrets';

type Environment = Readonly<Record<string, EnvValue>>;

/** The environment variables of any workload, and the parameters of a build: problems, opt-outs and Terraform. */
export const environment = {
  problemsIn: (variables: Environment, prop = 'environment'): Problem[] => [
    ...atMost(prop, variables, CONTAINER_LIMITS.entries),
    ...Object.entries(variables).flatMap(([name, value]) => [
      ...matches(member(prop, name), name, ENVIRONMENT_NAME),
      ...isA(member(prop, name), value, '_toTerraform', 'an EnvValue'),
    ]),
  ],

  optOutsIn: (variables: Environment, prop = 'environment'): OptOut[] =>
    Object.entries(variables).map(([name, value]) => ({
      rule: 'secrets/no-literal-secret',
      prop: member(prop, name),
      // the value may be the secret: it is never shown.
      got: 'a literal under the name of a secret',
      expected: 'EnvValue.fromSecret',
      taken: mayBeSecret(value) && looksSecret(name),
      waiverProp: member(prop, name),
      remedy: 'or give a Waiver as the second argument of EnvValue.literal',
      waiver: value?._waiver,
    })),

  terraformOf: (variables: Environment) =>
    Object.entries(variables).map(([name, value]) => value._toTerraform(name)),
};

const mayBeSecret = (value: EnvValue | undefined) => value?._mayBeSecret?.() ?? false;
