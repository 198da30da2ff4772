import { Resource, View } from './resource';
import { isUndecided } from './value';

/**
 * A resource, or another block of the configuration, as a rule of one's own reads it.
 *
 * Attributes have the names that Terraform gives them; `probe_liveness.type` goes through blocks, of which the first one
 * counts. To read what only Terraform knows ends the rule, and its verdict is unknown.
 */
export class PolicyResource {
  /** @internal */
  public static _of(
    resource: Resource,
    ended: (error: Error) => void,
    view: View = resource,
  ): PolicyResource {
    return new PolicyResource(resource, ended, view);
  }

  /** The Terraform address: `ibm_code_engine_app.web`. */
  public readonly address: string;
  /** The Terraform type: `ibm_code_engine_app`. */
  public readonly type: string;
  /** The construct that made it, where that is known. */
  public readonly path?: string;

  private constructor(
    private readonly resource: Resource,
    /** Takes note of what ended the rule: other languages give the error back as one of their own. */
    private readonly ended: (error: Error) => void,
    private readonly view: View,
  ) {
    this.address = resource.address;
    this.type = resource.type;
    this.path = resource.block.path;
  }

  /** The text of an attribute; undefined where it is absent and the provider has no default. */
  public text(attribute: string): string | undefined {
    return this.read(() => this.view.text(attribute));
  }

  /** The same, as a number; a text of digits counts. */
  public number(attribute: string): number | undefined {
    return this.read(() => this.view.number(attribute));
  }

  /** The same, as a yes or no. */
  public flag(attribute: string): boolean | undefined {
    return this.read(() => this.view.flag(attribute));
  }

  /** The members of a list of texts; none where it is absent. */
  public texts(attribute: string): string[] {
    return this.read(() => this.view.texts(attribute));
  }

  /** The names in a map. */
  public keys(attribute: string): string[] {
    this.read(() => this.view.get(attribute));
    return this.view.entries(attribute).map(([name]) => name);
  }

  /** The blocks of a kind, each to be read like the resource; none where it is absent. */
  public blocks(attribute: string): PolicyResource[] {
    const blocks = this.read(() => this.view.blocks(attribute));
    return blocks.map((it) => PolicyResource._of(this.resource, this.ended, it));
  }

  /** Whether an attribute is there at all, known or not, by itself or by a default of the provider. */
  public has(attribute: string): boolean {
    return this.view.has(attribute);
  }

  /** Whether the value of an attribute is known now. */
  public isKnown(attribute: string): boolean {
    return this.view.isKnown(attribute);
  }

  /** The addresses that an attribute refers to: `ibm_code_engine_project.shop`. */
  public references(attribute: string): string[] {
    return [...this.view.references(attribute)];
  }

  /** The resources and other blocks of the configuration that an attribute refers to. */
  public follow(attribute: string): PolicyResource[] {
    return this.view.follow(attribute).map((it) => PolicyResource._of(it, this.ended));
  }

  /** All resources of a type in the configuration. */
  public others(type: string): PolicyResource[] {
    return this.resource.others(type).map((it) => PolicyResource._of(it, this.ended));
  }

  /** The resources of a type (`data.…` for what only reads) that refer to this one, by some attribute or by any. */
  public users(type: string, attribute?: string): PolicyResource[] {
    return this.resource.users(type, attribute).map((it) => PolicyResource._of(it, this.ended));
  }

  private read<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (isUndecided(error)) this.ended(error);
      throw error;
    }
  }
}
