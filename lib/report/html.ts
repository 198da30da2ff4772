import { Entry, Report } from './findings';
import { STYLE } from './html-style';
import { Rule } from '../policy/rule';

/** What a group of findings is shown as, and what its switch is called. */
const KINDS: Readonly<Record<string, string>> = {
  crashed: 'crashed',
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
  unknown: 'unknown',
  manual: 'for a person',
  waived: 'waived',
};

/**
 * A report in one file of its own. It loads nothing and runs nothing, so that it works from a mail and under the strictest
 * policy of a server; its switches are made of styles.
 */
export function htmlReport(report: Report, rules: readonly Rule[] = []): string {
  const groups = groupsOf(report.findings);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${verdictOf(report)} · ce-guard</title>
<style>${STYLE}${SWITCHED}</style>
</head>
<body>
${head(report)}
<main>
${groups.length === 0 ? '' : switches(groups)}
${groups.map((group) => card(group, rules)).join('\n')}
${unused(report)}
</main>
</body>
</html>
`;
}

const SWITCHED = Object.keys(KINDS)
  .map((kind) => `body:has(#show-${kind}:not(:checked)) .card.${kind}{display:none}`)
  .join('');

/** Findings of one kind under one rule: what to do stands above them once. */
interface Group {
  readonly kind: string;
  readonly entries: readonly [Entry, ...Entry[]];
}

const kindOf = ({ verdict, severity }: Entry): string =>
  verdict === 'breaks' ? severity : verdict;

function groupsOf(findings: readonly Entry[]): Group[] {
  const groups = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of findings) {
    const key = `${kindOf(entry)} ${entry.rule}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()].map((entries) => ({ kind: kindOf(entries[0]), entries }));
}

function verdictOf({ findings, summary }: Report): string {
  const rulesThat = (verdict: string) =>
    new Set(findings.filter((it) => it.verdict === verdict).map(({ rule }) => rule)).size;
  const [broken, crashed] = [rulesThat('breaks'), rulesThat('crashed')];
  const parts = [
    ...(broken > 0 ? [broken === 1 ? '1 rule is broken' : `${broken} rules are broken`] : []),
    ...(crashed > 0 ? [crashed === 1 ? '1 rule crashed' : `${crashed} rules crashed`] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  return summary.unknown + summary.manual > 0 ? 'No rule is broken' : 'Every rule is kept';
}

function head(report: Report): string {
  const { input, pack, summary } = report;
  const { checked, holds, breaks, waived, unknown, manual, crashed } = summary;
  const numbers: [string, string, number][] = [
    ['kept', 'kept', holds],
    ['breaks', 'broken', breaks],
    ['crashed', 'crashed', crashed],
    ['unknown', 'unknown', unknown],
    ['manual', 'for a person', manual],
    ['waived', 'waived', waived],
  ];
  const seen = numbers.filter(
    ([kind, , count]) => count > 0 || kind === 'kept' || kind === 'breaks',
  );
  const parts = numbers.filter(([, , count]) => count > 0);
  return `<header class="${breaks + crashed === 0 ? 'fine' : 'broken'}">
<p class="name">ce-guard</p>
<h1>${verdictOf(report)}</h1>
<p class="input"><code>${escaped(input)}</code> by the pack <code>${escaped(pack)}</code>, ${checked} ${checked === 1 ? 'block' : 'blocks'} checked</p>
<div class="bar" role="img" aria-label="${parts.map(([, name, count]) => `${count} ${name}`).join(', ')}">${parts.map(([kind, , count]) => `<i class="${kind}" style="flex-grow:${count}"></i>`).join('')}</div>
<ul class="numbers">${seen.map(([kind, name, count]) => `<li><i class="${kind}"></i><b>${count}</b> ${name}</li>`).join('')}</ul>
</header>`;
}

function switches(groups: readonly Group[]): string {
  const count = (kind: string) =>
    groups.reduce((sum, group) => sum + (group.kind === kind ? group.entries.length : 0), 0);
  const boxes = Object.entries(KINDS)
    .filter(([kind]) => count(kind) > 0)
    .map(
      ([kind, name]) =>
        `<label><input type="checkbox" id="show-${kind}" checked> ${name} <b>${count(kind)}</b></label>`,
    );
  return `<fieldset><legend>Show</legend>${boxes.join('\n')}</fieldset>
<p class="nothing">Every kind of finding is switched off.</p>`;
}

function card({ kind, entries }: Group, rules: readonly Rule[]): string {
  const [{ rule: id, remedy, reference }] = entries;
  const rule = rules.find((it) => it.id === id);
  const isBroken = kind in { critical: 1, high: 1, medium: 1, low: 1 };
  return `<article class="card ${escaped(kind)}">
<h2><span class="tag">${KINDS[kind] ?? escaped(kind)}</span> ${escaped(capital(rule?.title ?? id))}</h2>
<p class="rule">${reference === undefined ? escaped(id) : `<a href="${escaped(reference)}">${escaped(id)}</a>`}${controls(rule)}</p>
${isBroken ? `<p class="do"><b>Do:</b> ${escaped(remedy)}</p>` : (LEADS[kind] ?? '')}
${isBroken && rule?.fix ? fix(rule.fix) : ''}
<ul class="places">${entries.map(place).join('\n')}</ul>
</article>`;
}

/** What a kind of finding means to who reads it. */
const LEADS: Readonly<Record<string, string>> = {
  crashed: '<p class="do">The rule itself failed, so nothing is known of these.</p>',
  unknown: '<p class="do">Only Terraform can tell: check the plan.</p>',
  manual: '<p class="do">Only a person with access to the account can tell.</p>',
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const controls = (rule?: Rule): string =>
  rule === undefined || rule.controls.length === 0
    ? ''
    : ` <span>${rule.controls.map(escaped).join(' · ')}</span>`;

const fix = ({ typescript, hcl }: NonNullable<Rule['fix']>): string =>
  `<details><summary>In code</summary><p>TypeScript</p><pre>${escaped(typescript)}</pre><p>HCL</p><pre>${escaped(hcl)}</pre></details>`;

function place({ address, path, file, line, message, waiver }: Entry): string {
  const at = file === undefined ? path : `${file}${line === undefined ? '' : `:${line}`}`;
  return `<li><code>${escaped(address)}</code>${at === undefined ? '' : ` <small>${escaped(at)}</small>`}
<p>${words(message)}</p>${waiver ? `<p class="waiver"><b>Waived:</b> ${escaped(waiver.reason)} <small>${escaped(waiver.owner)}, until ${escaped(waiver.until)}</small></p>` : ''}</li>`;
}

function unused({ unusedWaivers }: Report): string {
  if (unusedWaivers.length === 0) return '';
  const rows = unusedWaivers.map(
    ({ rule, address }) =>
      `<li><code>${escaped(address)}</code><p>the waiver of ${escaped(rule)} excuses nothing; take it out</p></li>`,
  );
  return `<article class="card unused"><h2><span class="tag">unused</span> waivers that nobody needs</h2><ul class="places">${rows.join('\n')}</ul></article>`;
}

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// what turns or hides the text around it; the rest of what a language needs is left alone.
const UNSEEN = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/gu;

/** A text as a page shows it: nothing in it is markup, and it stays where it stands. */
const escaped = (text: string): string =>
  text
    .replace(UNSEEN, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[&<>"']/g, (it) => NAMES[it]);

/** A message: what it has in backquotes is code. */
const words = (text: string): string =>
  escaped(text).replace(/`([^`]+)`/g, (_, code: string) => `<code>${code}</code>`);
