/** What was there before: findings that a team knows of, and that do not stop it today. */
import { Shape } from '../shape';
import { Report } from '../../report/findings';

/** The findings of an earlier report, as `rule address`. */
export function baselineOf(json: unknown, name: string): ReadonlySet<string> {
  const shape = new Shape(name, 'give what `ce-guard check --format json` printed');
  const root = shape.object(json, '') ?? {};
  const marks = shape.list(root, 'findings', '').flatMap((it, at) => {
    const entry = shape.object(it, `.findings[${at}]`) ?? {};
    return typeof entry.rule === 'string' && typeof entry.address === 'string'
      ? [markOf({ rule: entry.rule, address: entry.address })]
      : [];
  });
  shape.finish();
  return new Set(marks);
}

export const markOf = ({ rule, address }: { readonly rule: string; readonly address: string }) =>
  `${rule} ${address}`;

/** A report without what was there before. */
export function since(report: Report, known: ReadonlySet<string>): Report {
  const findings = report.findings.filter((it) => !known.has(markOf(it)));
  const count = (verdict: string) => findings.filter((it) => it.verdict === verdict).length;
  return {
    ...report,
    findings,
    summary: {
      ...report.summary,
      breaks: count('breaks'),
      waived: count('waived'),
      unknown: count('unknown'),
      manual: count('manual'),
    },
  };
}
