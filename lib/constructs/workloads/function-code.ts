import { Token } from 'cdktf';
import { Problem, isA, rejectValue } from '../../core';
import { FUNCTION_LIMITS } from '../../facts/limits';
import { Image } from '../images/image';

/**
 * The code of a function: a text in the configuration, or a code bundle in a registry.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-fun-create-inline
 */
export class FunctionCode {
  /**
   * Source code, at most 100 KB once it is encoded; anyone reads it who sees the configuration.
   * @param source the text of one file, all that the runtime does not bring
   * @throws an error when it is empty or too long, or holds what only Terraform knows
   */
  public static inline(source: string): FunctionCode {
    rejectValue('FunctionCode', problemsIn(source));
    return new FunctionCode(`data:text/plain;base64,${encoded(source)}`);
  }

  /**
   * A code bundle in a registry, pinned by its digest.
   * @throws an error when it is no image
   */
  public static fromImage(image: Image): FunctionCode {
    rejectValue('FunctionCode', isA('image', image, 'reference', 'an Image'));
    return new FunctionCode(image.reference, image);
  }

  private constructor(
    /** @internal */
    public readonly _reference: string,
    /** @internal */
    public readonly _image?: Image,
  ) {}
}

const encoded = (source: string) => Buffer.from(source).toString('base64');

function problemsIn(source: string): Problem[] {
  const { least, most } = FUNCTION_LIMITS.inlineBytes;
  const bytes = typeof source === 'string' ? encoded(source).length : 0;
  const expected = `${least} to ${most} bytes of encoded source`;
  const problems =
    bytes >= least && bytes <= most ? [] : [{ prop: 'source', got: `${bytes}`, expected }];
  return Token.isUnresolved(source) ? [...problems, LATE] : problems;
}

const LATE: Problem = {
  prop: 'source',
  got: 'a value known only to Terraform',
  expected: 'the source itself',
  remedy: 'give such values to the function by its environment',
};
