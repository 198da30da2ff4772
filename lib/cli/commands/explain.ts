/** `ce-guard explain`: all that is to know of one rule. */
import { Command, EXIT } from '../command';
import { didYouMean } from '../nearest';
import { Options, helpOf, readArguments } from '../options';
import { shown } from '../plain';
import { refuse } from '../refusal';
import { RULES_OPTION, ownRules } from '../rules-file';
import { Rule } from '../../policy/rule';
import { RULES } from '../../policy/rules';

const OPTIONS: Options<'rules'> = { rules: RULES_OPTION };

export const explain: Command = {
  help: `ce-guard explain: tells all that is to know of one rule

usage: ce-guard explain RULE [options]

RULE is the id of a rule, as \`ce-guard rules\` lists them: workloads/app-not-public

options:
${helpOf(OPTIONS)}

exit codes: 0 told, 2 no such rule
`,

  async run(args, world) {
    const { every, rest } = readArguments(args, OPTIONS, 1);
    const rules = [...RULES, ...(await ownRules(every.rules))];
    world.out(page(ruleOf(rest[0], rules)));
    return EXIT.fine;
  },
};

function ruleOf(id: string | undefined, rules: readonly Rule[]): Rule {
  const ids = rules.map((rule) => rule.id);
  const found = rules.find((rule) => rule.id === id);
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

const page = ({ fix, reads, row, controls, reference, ...rule }: Rule): string =>
  [
    `${rule.id} (${rule.severity})`,
    '',
    `  ${rule.title}`,
    '',
    `  looks at    ${[rule.types, reads]
      .map((it) => it.join(', '))
      .filter(Boolean)
      .join(': ')}`,
    `  do          ${rule.remedy}`,
    ...(fix ? [`  TypeScript  ${fix.typescript}`, `  HCL         ${fix.hcl}`] : []),
    ...(row ? [`  row         ${row}`] : []),
    ...(controls.length > 0 ? [`  controls    ${controls.join(', ')}`] : []),
    `  packs       ${[...rule.packs, 'strict'].join(', ')}`,
    ...(reference ? [`  see         ${reference}`] : []),
    '',
  ].join('\n');
