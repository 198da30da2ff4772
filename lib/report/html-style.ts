/** How the HTML report looks: IBM's colours, each with enough contrast in light and in dark. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#161616;--soft:#525252;--paper:#f4f4f4;--card:#fff;--line:#e0e0e0;--code:#f4f4f4;--link:#0043ce;
--kept:#198038;--critical:#750e13;--high:#da1e28;--medium:#8a3800;--low:#6f6f6f;--unknown:#684e00;--manual:#005d5d;--waived:#0043ce;--crashed:#6929c4}
@media (prefers-color-scheme:dark){:root{--ink:#f4f4f4;--soft:#c6c6c6;--paper:#161616;--card:#262626;--line:#393939;--code:#161616;--link:#a6c8ff;--critical:#a2191f;--unknown:#8e6a00;--kept:#24a148}}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 "IBM Plex Sans",system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
header,main{max-width:60rem;margin:0 auto;padding:0 1rem}
header{padding-top:2rem}
.name{margin:0;font-size:.875rem;color:var(--soft)}
h1{font-size:clamp(1.5rem,5vw,2.25rem);line-height:1.2;font-weight:600;margin:.25rem 0 .5rem}
h1::before{content:"";display:inline-block;width:.5em;height:.5em;border-radius:50%;margin-right:.4em;vertical-align:.12em;background:var(--kept)}
.broken h1::before{background:var(--high)}
.input{margin:0 0 1.25rem;color:var(--soft)}
code,pre{font-family:"IBM Plex Mono",ui-monospace,monospace;font-size:.875em}
.input code,p code{background:var(--code);padding:.1em .3em;border-radius:.2em}
.input code{background:var(--line);color:var(--ink)}
code,small,.rule,.do{unicode-bidi:isolate}
.bar{display:flex;gap:2px;height:.75rem;border-radius:.375rem;overflow:hidden;background:var(--line)}
.bar i{min-width:4px}
.numbers{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:.75rem 0 0;color:var(--soft)}
.numbers b{color:var(--ink)}
.numbers i{display:inline-block;width:.65em;height:.65em;border-radius:.15em;margin-right:.4em}
i.kept{background:var(--kept)}i.breaks{background:var(--high)}i.crashed{background:var(--crashed)}i.unknown{background:var(--unknown)}i.manual{background:var(--manual)}i.waived{background:var(--waived)}
@media (prefers-color-scheme:dark){i.crashed{background:#a56eff}i.unknown{background:#b28600}i.manual{background:#08bdba}i.waived{background:#4589ff}}
main{padding-bottom:4rem}
fieldset{display:flex;flex-wrap:wrap;gap:.5rem;border:0;padding:0;margin:2rem 0 1rem;min-width:0}
legend{float:left;padding:.25rem .5rem .25rem 0;color:var(--soft)}
label{display:inline-flex;align-items:center;gap:.4rem;padding:.25rem .75rem;border:1px solid var(--line);border-radius:1rem;background:var(--card);cursor:pointer}
label:has(input:not(:checked)){color:var(--soft);text-decoration:line-through}
label:has(:focus-visible){outline:2px solid var(--link);outline-offset:2px}
input{accent-color:var(--link);margin:0;outline:0}
.nothing{display:none;color:var(--soft)}
fieldset:not(:has(:checked)) + .nothing{display:block}
.card{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--tint);border-radius:.25rem;padding:1rem 1.25rem;margin:0 0 1rem}
.card.critical{--tint:var(--critical)}.card.high{--tint:var(--high)}.card.medium{--tint:var(--medium)}.card.low,.card.unused{--tint:var(--low)}
.card.unknown{--tint:var(--unknown)}.card.manual{--tint:var(--manual)}.card.waived{--tint:var(--waived)}.card.crashed{--tint:var(--crashed)}
h2{font-size:1.125rem;line-height:1.35;font-weight:600;margin:0}
.tag{display:inline-block;padding:0 .6rem;margin-right:.35rem;border-radius:1rem;background:var(--tint);color:#fff;font-size:.8125rem;font-weight:400;line-height:1.6;vertical-align:.1em;white-space:nowrap}
.rule{margin:.25rem 0 0;font-size:.875rem;color:var(--soft)}
.rule span{margin-left:.75rem}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.do{margin:.75rem 0 0}
details{margin-top:.5rem}
summary{cursor:pointer;color:var(--link);width:max-content}
details p{margin:.5rem 0 .25rem;font-size:.8125rem;color:var(--soft)}
pre{margin:0;padding:.6rem .75rem;background:var(--code);border-radius:.25rem;white-space:pre-wrap}
.places{list-style:none;margin:1rem 0 0;padding:0}
.places li{border-top:1px solid var(--line);padding:.6rem 0 .2rem}
.places p{margin:.15rem 0 0}
.places code{font-weight:600}
.places p code{font-weight:400}
small{color:var(--soft);font-size:.8125rem}
.waiver{color:var(--soft)}
@media (max-width:30rem){.card{padding:.85rem .9rem}.rule span{display:block;margin-left:0}}
@media print{fieldset{display:none}.card{break-inside:avoid}body{background:#fff}}
`;
