/** Where blocks stand in a text of HCL, and which waivers stand above them; the parser tells neither. */
import { Waived } from '../../policy/graph';

interface Located {
  readonly line: number;
  readonly waivers: Waived[];
}

const HEAD = /^\s*(resource|data|provider|output|variable)\s+"?([\w-]+)"?(?:\s+"?([\w-]+)"?)?\s*\{/;
const WAIVER =
  /^\s*(?:#|\/\/)\s*ce-guard:\s*waive\s+(\S+)\s+until=(\S+)\s+owner=("[^"]*"|\S+)\s+(.*)$/;

/** Finds a block by its address. */
export function locatorOf(text: string): (address: string) => Partial<Located> {
  const found = new Map<string, Located>();
  let waivers: Waived[] = [];
  text.split(/\r?\n/).forEach((content, index) => {
    const waiver = WAIVER.exec(content);
    if (waiver) {
      const [, rule, until, owner, reason] = waiver;
      waivers.push({ rule, until, owner: owner.replace(/"/g, ''), reason: reason.trim() });
      return;
    }
    const head = HEAD.exec(content);
    if (head) found.set(addressOf(head), { line: index + 1, waivers });
    // other comments and empty lines may stand between a waiver and its block.
    if (head || !/^\s*(#|\/\/|$)/.test(content)) waivers = [];
  });
  return (address) => found.get(address) ?? {};
}

function addressOf([, kind, type, name]: readonly string[]): string {
  if (kind === 'resource') return `${type}.${name}`;
  return kind === 'data' ? `data.${type}.${name}` : `${kind}.${type}`;
}
