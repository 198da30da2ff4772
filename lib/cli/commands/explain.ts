/** `ce-guard explain`: all that is to know of one rule. */
import { Command, EXIT } from '../command';
import { didYouMean } from '../nearest';
import { Options, readArguments } from '../options';
import { shown } from '../plain';
import { refuse } from '../refusal';
import { Rule } from '../../policy/rule';
import { RULES } from '../../policy/rules';

const OPTIONS: Options<string> = {};

export const explain: Command = {
  help: `ce-guard explain: tells all that is to know of one rule

usage: ce-guard explain RULE

RULE is the id of a rule, as \`ce-guard rules\` lists them: workloads/app-not-public
exit codes: 0 told, 2 no such rule
`,

  run(args, world) {
    const { rest } = readArguments(args, OPTIONS, 1);
    world.out(page(ruleOf(rest[0])));
    return Promise.resolve(EXIT.fine);
  },
};

function ruleOf(id: string | undefined): Rule {
  const ids = RULES.map((rule) => rule.id);
  const found = RULES.find((rule) => rule.id === id);
  return (
    found ??
    refuse({
      at: 'RULE',
      got: shown(id),
      expected: 'the id of a rule, as `ce-guard rules` lists them',
      remedy: id === undefined ? undefined : didYouMean(id, ids),
    })
  );
}

const page = (rule: Rule): string =>
  [
    `${rule.id} (${rule.severity})`,
    '',
    `  ${rule.title}`,
    '',
    `  looks at    ${rule.types.join(', ')}: ${rule.reads.join(', ')}`,
    `  do          ${rule.remedy}`,
    `  TypeScript  ${rule.fix.typescript}`,
    `  HCL         ${rule.fix.hcl}`,
    `  row         ${rule.row}`,
    `  controls    ${rule.controls.join(', ')}`,
    `  packs       ${[...rule.packs, 'strict'].join(', ')}`,
    `  see         ${rule.reference}`,
    '',
  ].join('\n');
