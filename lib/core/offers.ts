/**
 * What constructs let others change of them after they were defined, such as the secret of an image; of what was not
 * made here nobody can change anything.
 */
export class Offers<Value> {
  private readonly takers = new WeakMap<object, (value: Value) => void>();

  /** Says how something takes a value. */
  public make(owner: object, take: (value: Value) => void): void {
    this.takers.set(owner, take);
  }

  /** How something takes a value, or nothing where it cannot. */
  public of(owner: object): ((value: Value) => void) | undefined {
    return this.takers.get(owner);
  }
}
