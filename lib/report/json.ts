import { Report } from './findings';

/** A report for a program; its form is told by `version`. */
export const jsonReport = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
