/** Catches a refusal and holds it to the wording that all refusals share. */

const FIRST_LINE = /^\w+( '[^']+')? cannot be defined:$/;
const PROBLEM = /^ {2}\w[\w./-]*(\["[^\n]*"\])?: got [^\n]+, expected [^\n]+[^.!]$/;

/** The problem lines of the refusal that `define` throws; fails when it throws none or an ill-worded one. */
export function refusalOf(define: () => unknown): string[] {
  const [first, ...problems] = messageOf(define).split('\n');
  if (!FIRST_LINE.test(first)) throw new Error(`ill-worded first line: ${first}`);
  const ill = problems.filter(
    (line) => !PROBLEM.test(line) || /invalid|illegal|please/i.test(line),
  );
  if (ill.length > 0 || problems.length === 0) throw new Error(`ill-worded: ${ill.join('\n')}`);
  return problems.map((line) => line.trim());
}

/** The message of what `define` throws; fails when it throws nothing. */
export function messageOf(define: () => unknown): string {
  try {
    define();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('got no error, expected a refusal');
}
