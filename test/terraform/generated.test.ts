/** Every attribute that can be set, with values of every kind: who refuses what, and who does not. */
import { describeTerraform } from '../kit/terraform';
import { answersTo } from './generated/answers';
import { allCases, Case } from './generated/cases';

// what Terraform refuses by itself it may refuse before it asks the provider about anything else.
const RUN_SIZE = 3000;

describeTerraform('validate agrees with the facts', () => {
  test('on every value of every attribute', async () => {
    const start = Date.now();
    const cases = allCases();
    const disagreements: string[] = [];
    for (const run of runsOf(cases)) {
      const answers = await answersTo(run);
      run.forEach(({ type, kind, path, value, verdict, by }, index) => {
        if (answers[index] === verdict) return;
        const place = `${kind === 'data' ? 'data.' : ''}${type} ${path}: ${value}`;
        disagreements.push(`${place}: got ${answers[index]}, expected ${verdict} by ${by}`);
      });
    }
    const refused = cases.filter(({ verdict }) => verdict === 'refused').length;
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    process.stderr.write(
      `validate: ${cases.length} cases, ${refused} refused, ${cases.length - refused} accepted, ` +
        `${disagreements.length} disagreements, ${seconds} s\n`,
    );
    expect(disagreements).toEqual([]);
    expect(cases.length).toBeGreaterThan(5000);
  });
});

function runsOf(cases: readonly Case[]): Case[][] {
  const isCore = ({ by }: Case) => by === 'core';
  const parts = [cases.filter(isCore), cases.filter((each) => !isCore(each))];
  return parts.flatMap((part) =>
    Array.from({ length: Math.ceil(part.length / RUN_SIZE) }, (_, index) =>
      part.slice(index * RUN_SIZE, (index + 1) * RUN_SIZE),
    ),
  );
}
