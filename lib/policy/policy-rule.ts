import { PolicyResource } from './policy-resource';
import { PolicyPack, PolicySeverity } from '../facts/policy';

/** What a rule says of one resource. */
export class PolicyVerdict {
  /** The rule is kept. */
  public static holds(): PolicyVerdict {
    return new PolicyVerdict('holds', '');
  }

  /** The rule is broken: what was seen, with attribute and value, and never the value of a secret. */
  public static breaks(fact: string): PolicyVerdict {
    return new PolicyVerdict('breaks', fact);
  }

  /** Only a person with access to the account can tell: what there is to look at. */
  public static manual(fact: string): PolicyVerdict {
    return new PolicyVerdict('manual', fact);
  }

  /** It cannot be told yet: what is missing. Reading what only Terraform knows ends a rule like this by itself. */
  public static unknown(fact: string): PolicyVerdict {
    return new PolicyVerdict('unknown', fact);
  }

  private constructor(
    /** `holds`, `breaks`, `manual` or `unknown`. */
    public readonly outcome: string,
    /** What was seen. */
    public readonly fact: string,
  ) {}
}

/** What to write instead of what breaks a rule. */
export interface PolicyFix {
  /** In TypeScript. */
  readonly typescript: string;
  /** In Terraform's own language. */
  readonly hcl: string;
}

/** A rule of one's own, which is asked beside those of this library. */
export interface IPolicyRule {
  /** A word of one's own and a name, in lower case: `acme/app-has-owner`. */
  readonly id: string;
  /** What holds where the rule is kept, in the present tense. */
  readonly title: string;
  /** How much a broken rule weighs. */
  readonly severity: PolicySeverity;
  /** The Terraform types that it judges; `data.…`, `provider.…`, `output.`, `variable.` and `terraform.` count too. */
  readonly types: string[];
  /** What to do, in one imperative clause. */
  readonly remedy: string;
  /**
   * What to write instead.
   * @default - the remedy says it all
   */
  readonly fix?: PolicyFix;
  /**
   * A page that says more.
   * @default - none
   */
  readonly reference?: string;
  /**
   * The attributes that it looks at, for who reads about the rule.
   * @default - not told
   */
  readonly reads?: string[];
  /**
   * Controls that it serves: `NIST SC-7`, `IBM-FS SC-7`, `CIS 6.1.1`, or those of a framework of one's own.
   * @default - none
   */
  readonly controls?: string[];
  /**
   * The packs in which it is asked, beside `strict`.
   * @default - every pack
   */
  readonly packs?: PolicyPack[];

  /**
   * Judges one resource. Reading what only Terraform knows ends it, and the verdict is unknown; an error is a crash,
   * and never counts as kept.
   */
  judge(resource: PolicyResource): PolicyVerdict;
}
