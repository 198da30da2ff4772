import { Fn, Token } from 'cdktf';
import { known } from './checks';

/** What the cloud resource name of an instance says of it. */
export interface CrnParts {
  readonly region: string;
  /** The id of the instance, a GUID. */
  readonly instanceId: string;
  /** The id of the account. */
  readonly accountId: string;
}

/** Takes a cloud resource name apart, now or, where only Terraform knows it, in Terraform. */
export function partsOfCrn(crn: string): CrnParts {
  const parts = known(crn) ? crn.split(':') : undefined;
  const part = (index: number) =>
    parts?.[index] ?? Token.asString(Fn.element(Fn.split(':', crn), index));
  const account = parts ? parts[6].replace(/^a\//, '') : accountIn(part(6));
  return { region: part(5), instanceId: part(7), accountId: account };
}

const accountIn = (scope: string) => Token.asString(Fn.trimprefix(scope, 'a/'));
