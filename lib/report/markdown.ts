import { Report } from './findings';

/** A report for an auditor, or for the comment of a pipeline. */
export function markdownReport({ input, pack, summary, findings }: Report): string {
  const rows = findings.map(
    ({ verdict, severity, rule, address, message, waiver }) =>
      `| ${[verdict, severity, `\`${rule}\``, `\`${address}\``, waiver ? `${message}; waived: ${waiver.reason} (${waiver.owner}, until ${waiver.until})` : message].map(cell).join(' | ')} |`,
  );
  const { checked, holds, breaks, waived, unknown, manual, crashed } = summary;
  return [
    `# Policy: ${breaks + crashed === 0 ? 'kept' : 'broken'}`,
    '',
    `${cell(input)}, pack \`${pack}\`: ${checked} blocks checked, ${holds} kept, ${breaks} broken, ${waived} waived, ${unknown} unknown, ${manual} for a person, ${crashed} crashed.`,
    '',
    ...(rows.length === 0
      ? []
      : [
          '| verdict | severity | rule | resource | what was seen |',
          '|---|---|---|---|---|',
          ...rows,
          '',
        ]),
  ].join('\n');
}

const cell = (text: string): string =>
  text
    .replace(/\|/g, '\\|')
    .replace(/[<>]/g, (it) => (it === '<' ? '&lt;' : '&gt;'))
    .replace(/\s+/g, ' ');
