import { Entry, Report } from './findings';

/** A report in one file of its own: nothing is loaded from anywhere. */
export function htmlReport({ input, pack, summary, findings }: Report): string {
  const { checked, holds, breaks, waived, unknown, manual, crashed } = summary;
  const total = Math.max(1, holds + breaks + waived + unknown + manual + crashed);
  const part = (name: string, count: number) =>
    count === 0
      ? ''
      : `<span class="bar ${name}" style="width:${((count / total) * 100).toFixed(2)}%" title="${name}: ${count}"></span>`;
  const numbers: [string, number][] = [
    ['kept', holds],
    ['broken', breaks],
    ['waived', waived],
    ['unknown', unknown],
    ['for a person', manual],
    ['crashed', crashed],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Policy report</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${breaks + crashed === 0 ? 'Every rule is kept' : `${breaks + crashed} rules are broken`}</h1>
<p class="input"><code>${escaped(input)}</code>, pack <code>${escaped(pack)}</code>, ${checked} blocks checked</p>
<div class="bars" role="img" aria-label="${numbers.map(([name, count]) => `${count} ${name}`).join(', ')}">${part('kept', holds)}${part('broken', breaks)}${part('waived', waived)}${part('unknown', unknown)}${part('manual', manual)}${part('crashed', crashed)}</div>
<ul class="numbers">${numbers.map(([name, count]) => `<li><b>${count}</b> ${name}</li>`).join('')}</ul>
${findings.length === 0 ? '' : table(findings)}
</main>
</body>
</html>
`;
}

const table = (findings: readonly Entry[]): string => `<table>
<thead><tr><th>verdict</th><th>rule</th><th>resource</th><th>what was seen, and what to do</th></tr></thead>
<tbody>
${findings.map(row).join('\n')}
</tbody>
</table>`;

const row = ({
  verdict,
  severity,
  rule,
  reference,
  address,
  file,
  line,
  message,
  remedy,
  waiver,
}: Entry) =>
  `<tr class="${escaped(verdict)}"><td><span class="tag ${escaped(verdict)}">${escaped(verdict === 'breaks' ? severity : verdict)}</span></td><td><a href="${escaped(reference)}">${escaped(rule)}</a></td><td><code>${escaped(address)}</code>${file === undefined ? '' : `<br><small>${escaped(file)}${line === undefined ? '' : `:${line}`}</small>`}</td><td>${escaped(message)}${verdict === 'breaks' ? `<br><em>${escaped(remedy)}</em>` : ''}${waiver ? `<br><small>${escaped(waiver.reason)} (${escaped(waiver.owner)}, until ${escaped(waiver.until)})</small>` : ''}</td></tr>`;

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (it) => NAMES[it]);

const STYLE = `
:root{color-scheme:light dark;--ink:#161616;--paper:#fff;--line:#d9d9d9;--soft:#6f6f6f}
@media (prefers-color-scheme:dark){:root{--ink:#f4f4f4;--paper:#161616;--line:#393939;--soft:#a8a8a8}}
body{margin:0;font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
main{max-width:72rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.6rem;margin:0 0 .25rem}
.input,small{color:var(--soft)}
.bars{display:flex;height:.75rem;border-radius:.375rem;overflow:hidden;margin:1rem 0 .5rem;background:var(--line)}
.bar{display:block;height:100%}
.kept{background:#24a148}.broken,.breaks{background:#da1e28}.waived{background:#1192e8}
.unknown{background:#b28600}.manual{background:#8d8d8d}.crashed{background:#8a3ffc}
.numbers{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0;margin:0 0 1.5rem}
table{width:100%;border-collapse:collapse}
th{text-align:left;font-weight:600}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td code{overflow-wrap:anywhere}
tr.breaks,tr.crashed,tr.waived,tr.unknown,tr.manual{background:none}
.tag{display:inline-block;min-width:4.5rem;padding:0 .5rem;border-radius:.75rem;color:#fff;text-align:center}
a{color:inherit}
`;
