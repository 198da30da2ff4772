/** Reads JSON of unknown shape and collects all that is wrong with it. */
import { shown } from './plain';
import { Problem, refuse } from './refusal';

/** How many problems are told at once; a document with more is another document. */
const MOST = 20;

type Fields = Readonly<Record<string, unknown>>;

/** A reader of one document; where it notes a problem, it answers nothing, or what is empty. */
export class Shape {
  private readonly problems: Problem[] = [];

  constructor(
    /** The document, as errors name it. */
    private readonly name: string,
    private readonly remedy?: string,
  ) {}

  /** Notes a problem at a place in the document. */
  public note(path: string, got: string, expected: string, remedy = this.remedy): void {
    this.problems.push({ at: `${this.name}${path}`, got, expected, remedy });
    if (this.problems.length === MOST) this.finish();
  }

  /** Refuses the document when anything was noted. */
  public finish(): void {
    if (this.problems.length > 0) refuse(...this.problems);
  }

  public object(value: unknown, path: string): Fields | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.note(path, shown(value), 'an object');
      return undefined;
    }
    // no report has such a key; whoever copies the object would change more than it.
    if (Object.hasOwn(value, '__proto__')) {
      this.note(path, 'a key __proto__', 'an object without it');
      return undefined;
    }
    return value as Fields;
  }

  /** A list; null is an empty one, as Go writes it. */
  public list(fields: Fields, key: string, path: string): readonly unknown[] {
    const value = own(fields, key);
    if (Array.isArray(value)) return value;
    if (value !== null) this.note(`${path}.${key}`, shown(value), 'a list');
    return [];
  }

  /** A text; nothing, null and blanks are null. */
  public text(fields: Fields, key: string, path: string): string | null {
    const value = own(fields, key) ?? null;
    if (typeof value === 'string') return value.trim() === '' ? null : value;
    if (value !== null) this.note(`${path}.${key}`, shown(value), 'a text');
    return null;
  }

  /** A text that has to be there. */
  public required(fields: Fields, key: string, path: string): string {
    const text = this.text(fields, key, path);
    if (text === null && typeof (own(fields, key) ?? '') === 'string') {
      this.note(`${path}.${key}`, shown(own(fields, key)), 'a text');
    }
    return text ?? '';
  }

  /** A yes or no; nothing and null are no. */
  public flag(fields: Fields, key: string, path: string): boolean {
    const value = own(fields, key) ?? false;
    if (typeof value !== 'boolean') this.note(`${path}.${key}`, shown(value), 'true or false');
    return value === true;
  }
}

const own = (fields: Fields, key: string): unknown =>
  Object.hasOwn(fields, key) ? fields[key] : undefined;
