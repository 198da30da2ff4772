/** Replaces what stands in a page between `<!-- name -->` and `<!-- /name -->`. */
export function section(page: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const parts = page.split(begin);
  if (parts.length !== 2 || !parts[1].includes(end)) {
    throw new Error(`got no section ${name}, expected ${begin} and ${end} once each`);
  }
  const [, after] = parts[1].split(end);
  return `${parts[0]}${begin}\n\n${content}\n\n${end}${after}`;
}
