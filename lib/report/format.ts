import { Report } from './findings';
import { htmlReport } from './html';
import { jsonReport } from './json';
import { junitReport } from './junit';
import { markdownReport } from './markdown';
import { sarifReport } from './sarif';
import { textReport } from './text';
import { Rule } from '../policy/rule';

export const FORMATS = ['text', 'json', 'sarif', 'junit', 'markdown', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** A report in one of the formats. */
export function formatted(
  report: Report,
  format: Format,
  options: { readonly rules: readonly Rule[]; readonly colour?: boolean },
): string {
  switch (format) {
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, options.rules);
    case 'junit':
      return junitReport(report);
    case 'markdown':
      return markdownReport(report);
    case 'html':
      return htmlReport(report, options.rules);
    case 'text':
      return textReport(report, options);
  }
}
