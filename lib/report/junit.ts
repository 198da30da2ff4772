import { Report } from './findings';

/** A report as JUnit has it: a broken rule fails, what is unknown is skipped. */
export function junitReport({ findings, summary }: Report): string {
  const { breaks, crashed, unknown, manual } = summary;
  const cases = findings.map(({ rule, address, verdict, message, remedy }) => {
    const inner =
      verdict === 'breaks'
        ? `<failure message="${escaped(message)}">${escaped(remedy)}</failure>`
        : verdict === 'crashed'
          ? `<error message="${escaped(message)}"/>`
          : verdict === 'waived'
            ? ''
            : `<skipped message="${escaped(message)}"/>`;
    return `    <testcase classname="${escaped(rule)}" name="${escaped(address)}">${inner}</testcase>`;
  });
  const counts = `tests="${findings.length}" failures="${breaks}" errors="${crashed}" skipped="${unknown + manual}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="ce-guard" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (it) => NAMES[it]).replace(/\p{Cc}/gu, ' ');
