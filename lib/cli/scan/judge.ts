/** The verdict of the gate: what fails, what is exempt, and what else a reader has to know. */
import { Exemption, covers, isOver, titleOf } from './exemptions';
import { PENDING, Report, SCANNED, SEVERITIES, Severity, Vulnerability } from './report';

/** What fails the gate. */
export interface Policy {
  /** The least severity that does. */
  readonly severity: Severity;
  /** Whether findings without a fix do. */
  readonly unfixable: boolean;
  /** Whether configuration issues do. */
  readonly configuration: boolean;
  /** Whether the registry's own exemption policies count; they carry no reason and no end. */
  readonly registryExemptions: boolean;
}

/** Why a finding does not count. */
export type Exempt =
  | { readonly by: 'file'; readonly reason: string; readonly owner: string; readonly until: string }
  | { readonly by: 'registry' };

export interface Finding extends Omit<Vulnerability, 'exemptInRegistry'> {
  readonly exempt: Exempt | null;
  readonly fails: boolean;
}

/** What is no finding in a package. */
export interface Remark {
  readonly kind: 'status' | 'configuration' | 'exemption' | 'registry-exemption';
  readonly text: string;
  readonly fails: boolean;
}

/** The contract of `--format json`: within a version, members are added and never change. */
export interface Verdict {
  readonly version: 1;
  readonly image: string | null;
  readonly status: string;
  readonly passed: boolean;
  readonly findings: readonly Finding[];
  readonly problems: readonly Remark[];
}

export interface Case {
  readonly image: string | null;
  readonly report: Report;
  readonly exemptions: readonly Exemption[];
  readonly policy: Policy;
  readonly now: number;
}

export function judge(given: Case): Verdict {
  const findings = given.report.vulnerabilities
    .map((it) => findingOf(it, given))
    .sort((a, b) => Number(b.fails) - Number(a.fails));
  const problems = [
    ...aboutStatus(given.report),
    ...aboutConfiguration(given),
    ...aboutExemptions(given),
    ...aboutRegistry(given),
  ];
  const passed = ![...findings, ...problems].some(({ fails }) => fails);
  const { image, report } = given;
  return { version: 1, image, status: report.status, passed, findings, problems };
}

function findingOf(vulnerability: Vulnerability, given: Case): Finding {
  const { id, severity, notice, package: name, installed, fixed, advice } = vulnerability;
  const { policy } = given;
  const exempt = exemptOf(vulnerability, given);
  const isFixable = fixed !== null || advice !== null;
  const isSevere = rank(severity) <= rank(policy.severity);
  const fails = !exempt && isSevere && (isFixable || policy.unfixable);
  return { id, severity, notice, package: name, installed, fixed, advice, exempt, fails };
}

function exemptOf(vulnerability: Vulnerability, given: Case): Exempt | null {
  const { exemptions, policy, now } = given;
  const inFile = exemptions.find((it) => !isOver(it, now) && covers(it, vulnerability));
  if (inFile) {
    const { reason, owner, until } = inFile;
    return { by: 'file', reason, owner, until };
  }
  return vulnerability.exemptInRegistry && policy.registryExemptions ? { by: 'registry' } : null;
}

// no severity is -1: what nobody has rated is not known to be harmless.
const rank = (severity: Severity | null): number =>
  severity === null ? -1 : SEVERITIES.indexOf(severity);

function aboutStatus({ status, vulnerabilities, configuration }: Report): Remark[] {
  const fails = (text: string): Remark[] => [{ kind: 'status', text, fails: true }];
  if (status === 'UNSUPPORTED') {
    return fails(
      'UNSUPPORTED: the scan found no operating system that it knows, so it saw nothing',
    );
  }
  if (PENDING.includes(status)) {
    return fails(
      `${status}: the scan has not come to its end; ask again, or use --image with --wait`,
    );
  }
  if (!SCANNED.includes(status)) return fails(`${status}: a status that this gate does not know`);
  const isEmpty = vulnerabilities.length + configuration.length === 0;
  return status !== 'OK' && isEmpty
    ? fails(`${status}: the report lists nothing that explains it; ask for the whole report`)
    : [];
}

function aboutConfiguration({ report, policy }: Case): Remark[] {
  return report.configuration
    .filter((it) => !(it.exemptInRegistry && policy.registryExemptions))
    .map(({ type, description }) => ({
      kind: 'configuration',
      text: [`configuration issue ${type}`, ...(description ? [description] : [])].join(': '),
      fails: policy.configuration,
    }));
}

function aboutExemptions({ report, exemptions, now }: Case): Remark[] {
  const remark = (text: string): Remark => ({ kind: 'exemption', text, fails: false });
  return exemptions.flatMap((it) => {
    const title = `exemption of ${titleOf(it)}`;
    if (isOver(it, now)) {
      return [remark(`${title} ended on ${it.until}; ${it.owner} renews or removes it`)];
    }
    const isUsed = report.vulnerabilities.some((found) => covers(it, found));
    return isUsed ? [] : [remark(`${title} covers nothing in this report; remove it`)];
  });
}

function aboutRegistry({ report, policy }: Case): Remark[] {
  const count = report.vulnerabilities.filter((it) => it.exemptInRegistry).length;
  if (count === 0 || policy.registryExemptions) return [];
  const text = `exemption policies of the registry cover ${count} of the findings; here they count only with --registry-exemptions`;
  return [{ kind: 'registry-exemption', text, fails: false }];
}
