/** Takes out of bindings what only costs space: comments that repeat or link to one attribute. */

const BLOCK = /^( *)\/\*\*\n(?:^ *\*.*\n)*?^ *\*\/\n/gm;
const LINE = /^ *\/\/.*\n/gm;
const ID_NOTE = 'the id field is automatically added';

/** The module's text with the link of each class, a word about `id`, and no other comment. */
export function trim(source: string): string {
  return source
    .replace(BLOCK, (block: string, indent: string) => {
      if (block.includes('* Represents a ')) return block;
      return block.includes(ID_NOTE)
        ? `${indent}/** Computed by the provider, seldom to be set. */\n`
        : '';
    })
    .replace(LINE, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/[ \t]+$/gm, '')
    .trimStart();
}
