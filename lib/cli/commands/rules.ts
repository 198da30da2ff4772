/** `ce-guard rules`: the list of rules. */
import { Command, EXIT } from '../command';
import { Options, helpOf, readArguments } from '../options';
import { RULES_OPTION, ownRules } from '../rules-file';
import { rulesOf } from '../../policy/packs';
import { PACKS, Pack, Rule } from '../../policy/rule';
import { RULES } from '../../policy/rules';

type Name = 'pack' | 'rules' | 'format';

const OPTIONS: Options<Name> = {
  pack: {
    value: 'PACK',
    help: `which rules: ${PACKS.join(', ')}; all unless told`,
    choices: PACKS,
  },
  rules: RULES_OPTION,
  format: { value: 'FORMAT', help: 'text or json; text unless told', choices: ['text', 'json'] },
};

export const rules: Command = {
  help: `ce-guard rules: lists the rules

usage: ce-guard rules [options]

options:
${helpOf(OPTIONS)}

exit codes: 0 listed, 2 arguments that cannot be used
`,

  async run(args, world) {
    const { given, every } = readArguments(args, OPTIONS, 0);
    const all = [...RULES, ...(await ownRules(every.rules))];
    const listed = rulesOf(all, (given.pack as Pack | undefined) ?? 'strict');
    const text =
      given.format === 'json' ? `${JSON.stringify(listed.map(entryOf), null, 2)}\n` : lines(listed);
    world.out(text);
    return EXIT.fine;
  },
};

/** A rule as a program reads it: all but how it judges. */
const entryOf = ({
  id,
  title,
  severity,
  types,
  reads,
  remedy,
  fix,
  reference,
  row,
  controls,
  packs,
}: Rule) => ({
  ...{ id, title, severity, types, reads, remedy, fix, reference, row, controls },
  packs: [...packs, 'strict'],
});

function lines(listed: readonly Rule[]): string {
  const width = Math.max(...listed.map(({ id }) => id.length));
  const rows = listed.map(
    ({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(8)}  ${title}`,
  );
  return `${rows.join('\n')}\n`;
}
