/** Vulnerability Advisor's report on one image, as the API answers it or `ibmcloud cr va -o json` prints it. */
import { shown } from '../plain';
import { refuse } from '../refusal';
import { Shape } from '../shape';

/** From worst to least; a finding without one counts as worse than all. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A vulnerability in one package. */
export interface Vulnerability {
  /** The CVE. */
  readonly id: string;
  /** Vulnerability Advisor 4 documents none; null is the rule. */
  readonly severity: Severity | null;
  readonly notice: string | null;
  readonly package: string | null;
  readonly installed: string | null;
  readonly fixed: string | null;
  /** The corrective action, in the words of the report. */
  readonly advice: string | null;
  /** Whether an exemption policy of the registry covers it. */
  readonly exemptInRegistry: boolean;
}

/** What version 3 found in the configuration of an app; version 4 finds none. */
export interface ConfigurationIssue {
  readonly type: string;
  readonly description: string | null;
  readonly exemptInRegistry: boolean;
}

export interface Report {
  readonly status: string;
  readonly vulnerabilities: readonly Vulnerability[];
  readonly configuration: readonly ConfigurationIssue[];
}

export const A_REPORT = 'a report of Vulnerability Advisor as JSON';

/** The statuses of a scan that has not come to its end. */
export const PENDING: readonly string[] = ['UNSCANNED', 'INCOMPLETE'];
/** The statuses of a scan that looked at everything. */
export const SCANNED: readonly string[] = ['OK', 'WARN', 'FAIL'];

/** Reads a report; refuses all that is wrong with it at once. */
export function readReport(json: unknown, name: string): Report {
  const shape = new Shape(name);
  const root = shape.object(theOnlyOne(json, name), '') ?? {};
  // no field of what is no object is worth a word.
  if (Object.keys(root).length === 0) shape.finish();
  const status = shape.required(root, 'status', '');
  // what was not scanned has nothing to list, and says so by its status.
  const lists = SCANNED.includes(status) ? root : { vulnerabilities: null, ...root };
  const vulnerabilities = shape
    .list(lists, 'vulnerabilities', '')
    .flatMap((it, i) => vulnerabilitiesOf(shape, it, `.vulnerabilities[${i}]`));
  const configuration = shape
    .list({ configuration_issues: null, ...root }, 'configuration_issues', '')
    .flatMap((it, i) => issueOf(shape, it, `.configuration_issues[${i}]`));
  shape.finish();
  return { status, vulnerabilities, configuration };
}

/** The command line prints a list, one report for each image that it was asked about. */
function theOnlyOne(json: unknown, name: string): unknown {
  if (!Array.isArray(json)) return json;
  if (json.length === 1) return json[0];
  return refuse({
    at: name,
    got: `${json.length} reports`,
    expected: 'one',
    remedy: 'run the gate once for each image',
  });
}

/** One for each package of each notice, so that each can be exempt by itself. */
function vulnerabilitiesOf(shape: Shape, value: unknown, path: string): Vulnerability[] {
  const cve = shape.object(value, path);
  if (!cve) return [];
  const common = {
    id: shape.required(cve, 'cve_id', path),
    severity: severityOf(shape.text(cve, 'severity', path)),
    notice: null,
    package: null,
    installed: null,
    fixed: null,
    advice: null,
    exemptInRegistry: shape.flag(cve, 'cve_exempt', path),
  };
  const found = shape
    .list({ security_notices: null, ...cve }, 'security_notices', path)
    .flatMap((it, i) => packagesOf(shape, it, `${path}.security_notices[${i}]`, common));
  // without a notice there is no fix, but there is a vulnerability.
  return found.length > 0 ? found : [common];
}

function packagesOf(
  shape: Shape,
  value: unknown,
  path: string,
  cve: Vulnerability,
): Vulnerability[] {
  const notice = shape.object(value, path);
  if (!notice) return [];
  const common = {
    ...cve,
    notice: shape.text(notice, 'notice_id', path),
    exemptInRegistry: cve.exemptInRegistry || shape.flag(notice, 'notice_exempt', path),
  };
  const packages = shape.list(
    { vulnerable_packages: null, ...notice },
    'vulnerable_packages',
    path,
  );
  if (packages.length === 0) return [common];
  return packages.flatMap((it, i) => {
    const at = `${path}.vulnerable_packages[${i}]`;
    const fields = shape.object(it, at);
    if (!fields) return [];
    const found = {
      package: shape.text(fields, 'package_name', at),
      installed: shape.text(fields, 'installed_version', at),
      fixed: shape.text(fields, 'fix_version', at),
      advice: shape.text(fields, 'corrective_action', at),
    };
    return [{ ...common, ...found }];
  });
}

function issueOf(shape: Shape, value: unknown, path: string): ConfigurationIssue[] {
  const issue = shape.object(value, path);
  if (!issue) return [];
  const read = {
    type: shape.text(issue, 'type', path) ?? shown(undefined),
    description: shape.text(issue, 'description', path),
    exemptInRegistry: shape.flag(issue, 'exempt', path),
  };
  return [read];
}

// a word that is not one of the four says nothing that a gate may rely on.
const severityOf = (text: string | null): Severity | null =>
  SEVERITIES.find((it) => it === text?.trim().toLowerCase()) ?? null;
