/** `ce-guard check`: judges a synthesis, a plan or plain Terraform by the rules of IBM's security page. */
import { baselineOf, since } from '../check/baseline';
import { emitted } from '../check/emitted';
import { ANYTHING, load } from '../check/source';
import { WAIVERS, readWaivers, withWaivers } from '../check/waiver-file';
import { Command, EXIT } from '../command';
import { readJson, nameOf } from '../input';
import { Options, helpOf, readArguments } from '../options';
import { refuse } from '../refusal';
import { RULES_OPTION, ownRules } from '../rules-file';
import { World, hasColour } from '../world';
import { Judgement, judge } from '../../policy/engine';
import { Block, Graph } from '../../policy/graph';
import { rulesOf } from '../../policy/packs';
import { PACKS, Pack, Rule, SEVERITIES, Severity } from '../../policy/rule';
import { RULES } from '../../policy/rules';
import { Report, reportOf } from '../../report/findings';
import { FORMATS, Format, formatted } from '../../report/format';

type Name =
  | 'pack'
  | 'rules'
  | 'format'
  | 'fail-on'
  | 'fail-on-unknown'
  | 'baseline'
  | 'waivers'
  | 'emit-input';

const OPTIONS: Options<Name> = {
  pack: {
    value: 'PACK',
    help: `which rules: ${PACKS.join(', ')}; baseline unless told`,
    choices: PACKS,
  },
  rules: RULES_OPTION,
  format: {
    value: 'FORMAT',
    help: `${FORMATS.join(', ')}; text unless told`,
    choices: FORMATS,
  },
  'fail-on': {
    value: 'LEVEL',
    help: `the least that fails: ${SEVERITIES.join(', ')}; medium unless told`,
    choices: SEVERITIES,
  },
  'fail-on-unknown': { help: 'what only Terraform can tell fails too' },
  baseline: { value: 'FILE', help: 'an earlier report as JSON: what it has does not fail again' },
  waivers: { value: 'FILE', help: 'who answers for broken rules, for inputs that cannot carry it' },
  'emit-input': {
    help: 'prints what rules look at, as JSON for other engines, and judges nothing',
  },
};

const HELP = `ce-guard check: judges Terraform by the rules of IBM's security page

usage: ce-guard check [PATH] [options]

PATH is ${ANYTHING}; cdktf.out unless told, - is stdin.

options:
${helpOf(OPTIONS)}

exit codes: 0 kept, 1 broken, 2 arguments or input that cannot be used, 3 a rule crashed,
4 something is unknown, with --fail-on-unknown
`;

export const check: Command = {
  help: HELP,

  async run(args, world) {
    const { given, every, rest } = readArguments(args, OPTIONS, 1);
    const [input = 'cdktf.out'] = rest;
    const pack = (given.pack as Pack | undefined) ?? 'baseline';
    const known = given.baseline === undefined ? undefined : await earlier(given.baseline, world);
    const all = [...RULES, ...(await ownRules(every.rules))];
    const rules = rulesOf(all, pack);
    const { stacks: found } = await load(input, world);
    if ('emit-input' in given) {
      world.out(emitted(nameOf(input), found));
      return EXIT.fine;
    }
    const ids = all.map(({ id }) => id);
    const stacks =
      given.waivers === undefined ? found : await excused(found, given.waivers, ids, world);
    const judgements = judged(input, stacks, rules, world);
    const whole = reportOf(judgements, { input: nameOf(input), pack });
    const report = known === undefined ? whole : since(whole, known);
    const format = (given.format as Format | undefined) ?? 'text';
    world.out(formatted(report, format, { rules, colour: hasColour(world) }));
    return exitOf(report, {
      least: (given['fail-on'] as Severity | undefined) ?? 'medium',
      unknownFails: 'fail-on-unknown' in given,
    });
  },
};

type Stacks = ReadonlyMap<string, readonly Block[]>;

async function excused(
  stacks: Stacks,
  file: string,
  ids: readonly string[],
  world: World,
): Promise<Stacks> {
  const waivers = readWaivers(await readJson(file, world, WAIVERS), nameOf(file), ids);
  return withWaivers(stacks, waivers, nameOf(file));
}

function judged(
  input: string,
  stacks: Stacks,
  rules: readonly Rule[],
  world: World,
): ReadonlyMap<string, Judgement> {
  const today = new Date(world.now());
  const judgements = new Map(
    [...stacks].map(([name, blocks]) => [name, judge(new Graph(blocks), rules, today)]),
  );
  const checked = [...judgements.values()].reduce((sum, it) => sum + it.checked, 0);
  if (checked === 0) {
    refuse({
      at: nameOf(input),
      got: 'nothing that a rule looks at',
      expected: 'a configuration with resources of IBM Cloud',
    });
  }
  return judgements;
}

const earlier = async (file: string, world: World): Promise<ReadonlySet<string>> =>
  baselineOf(await readJson(file, world, 'an earlier report as JSON'), nameOf(file));

function exitOf(
  { findings, summary }: Report,
  { least, unknownFails }: { readonly least: Severity; readonly unknownFails: boolean },
): number {
  const isHeavy = (severity: string) =>
    SEVERITIES.indexOf(severity as Severity) <= SEVERITIES.indexOf(least);
  if (summary.crashed > 0) return EXIT.crashed;
  if (findings.some((it) => it.verdict === 'breaks' && isHeavy(it.severity))) return EXIT.findings;
  return unknownFails && summary.unknown > 0 ? EXIT.undecided : EXIT.fine;
}
