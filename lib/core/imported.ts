import { TerraformElement, TerraformResource } from 'cdktf';

/**
 * An import block: the next apply takes what exists under an id into the state as this resource; once it is there, the
 * block does nothing.
 *
 * cdktf's own way to it runs `terraform version` at each synthesis, and fails where no terraform is.
 */
export function importedFrom(resource: TerraformResource, id: string): void {
  new ImportBlock(resource, 'Import', resource, id);
}

class ImportBlock extends TerraformElement {
  constructor(
    scope: TerraformResource,
    id: string,
    private readonly resource: TerraformResource,
    private readonly from: string,
  ) {
    super(scope, id);
  }

  private get address(): string {
    return `${this.resource.terraformResourceType}.${this.resource.friendlyUniqueId}`;
  }

  public override toTerraform() {
    return { import: [{ to: this.address, id: this.from }] };
  }

  public override toHclTerraform() {
    const simple = { type: 'simple' };
    const to = { value: this.address, ...simple, storageClassType: 'reference' };
    const id = { value: this.from, ...simple, storageClassType: 'string' };
    return { import: [{ to, id }] };
  }
}
