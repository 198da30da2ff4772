/** A user of the library: a project of their own, the packed library in it, and cdktf's command line. */
import * as fs from 'fs';
import * as path from 'path';
import { writeMirror } from '../kit/mirror';
import { command, CommandResult } from './command';

const ROOT = path.join(__dirname, '..', '..');
const PROJECT = path.join(__dirname, 'project');
const EXAMPLE = path.join(ROOT, 'examples', '01-private-application', 'main.ts');
const LIBRARY = 'cdktf-ibm-code-engine';
const LIMIT = 120;

/** What a user writes into their program before they destroy what is protected. */
const UNPROTECTED = `
      deletionProtection: false,
      waivers: {
        deletionProtection: Waiver.because('the test ends here', { owner: 'test', until: '2999-12-31' }),
      },`;

export class User {
  /** All that any command wrote so far. */
  public said = '';
  /** Of that, what the commands wrote that a user runs. */
  public shown = '';

  /** The folder of their project. */
  public readonly dir: string;
  /** The file of the account. */
  public readonly cloud: string;

  private readonly environment: NodeJS.ProcessEnv;

  /** Lays a project out in an empty folder; its variables come from the environment, as a pipeline has them. */
  constructor(root: string, variables: Readonly<Record<string, string>>) {
    this.dir = path.join(root, 'project');
    this.cloud = path.join(root, 'cloud.json');
    fs.cpSync(PROJECT, this.dir, { recursive: true, filter: isKept });
    fs.copyFileSync(EXAMPLE, this.main);
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(TF|CDKTF|TS_NODE)_/.test(name),
    );
    const given = Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value]);
    this.environment = {
      ...Object.fromEntries(inherited),
      ...Object.fromEntries(given),
      ...writeMirror(root, { cloud: this.cloud }).environment,
      // what the command line remembers of its user is none of this test's business.
      CDKTF_HOME: path.join(root, 'home'),
    };
  }

  /** The folder of the only stack, in which the command line runs Terraform. */
  private get stack(): string {
    const stacks = path.join(this.dir, 'cdktf.out', 'stacks');
    const names = fs.readdirSync(stacks);
    if (names.length !== 1) {
      throw new Error(`${stacks}: got ${names.join(', ')}, expected one stack`);
    }
    return path.join(stacks, names[0]);
  }

  private get main(): string {
    return path.join(this.dir, 'main.ts');
  }

  /** Packs the library as it would be published; it must have been built. */
  public async pack(): Promise<void> {
    const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', this.dir];
    const packed = await this.run('npm', args, ROOT);
    const tarball = packed.output.trim().split('\n').at(-1) ?? '';
    fs.renameSync(path.join(this.dir, tarball), path.join(this.dir, `${LIBRARY}.tgz`));
    // the tarball is another one at each change of the library: all but that one is held to its hash.
    const file = path.join(this.dir, 'package-lock.json');
    const lock = JSON.parse(fs.readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };
    delete lock.packages[`node_modules/${LIBRARY}`]?.integrity;
    fs.writeFileSync(file, JSON.stringify(lock, null, 2));
  }

  /** Installs what the lock file says, and nothing runs that a package brings along. */
  public install(): Promise<CommandResult> {
    return this.run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], this.dir, 300);
  }

  /** Runs a command of cdktf's own; throws unless it ends with the code. */
  public async cdktf(args: readonly string[], code = 0): Promise<string> {
    const words = ['--no-install', 'cdktf', ...args];
    const { output } = await this.run('npx', words, this.dir, LIMIT, code);
    this.shown += output;
    return output;
  }

  /**
   * Runs Terraform itself where the command line does: that may end before it has shown the last lines of
   * Terraform, so what they say is asked for again. Its JSON shows secrets, as Terraform says it does.
   */
  public async terraform(args: readonly string[], code = 0): Promise<string> {
    return (await this.run('terraform', args, this.stack, LIMIT, code)).output;
  }

  /** Writes a file of theirs. */
  public write(name: string, text: string): void {
    fs.writeFileSync(path.join(this.dir, name), text);
  }

  /** Runs another program in their project; throws unless it ends with the code. */
  public async program(name: string, args: readonly string[], code = 0): Promise<string> {
    const { output } = await this.run(name, args, this.dir, LIMIT, code);
    this.shown += output;
    return output;
  }

  /** Lifts the protection of the project in the program, as the refusal of the destruction asks for. */
  public unprotect(): void {
    const text = fs.readFileSync(this.main, 'utf8');
    const lifted = text
      .replace(/(new CodeEngineProject\(this, '[^']+', \{)/, (opening) => opening + UNPROTECTED)
      .replace('  ibm,\n', '  Waiver,\n  ibm,\n');
    fs.writeFileSync(this.main, lifted);
  }

  /** The files of a folder of the project, with their texts; what Terraform links to is not among them. */
  public files(folder: string): Record<string, string> {
    const entries = fs.readdirSync(path.join(this.dir, folder), {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    return Object.fromEntries(
      files.map((file) => [path.relative(this.dir, file), fs.readFileSync(file, 'utf8')]),
    );
  }

  /** The Terraform of the only stack. */
  public synthesized(): string {
    return fs.readFileSync(path.join(this.stack, 'cdk.tf.json'), 'utf8');
  }

  /** The state as the command line keeps it, beside the program. */
  public state(): string {
    const name = `terraform.${path.basename(this.stack)}.tfstate`;
    return fs.readFileSync(path.join(this.dir, name), 'utf8');
  }

  private async run(
    program: string,
    args: readonly string[],
    cwd: string,
    limit = LIMIT,
    code = 0,
  ): Promise<CommandResult> {
    const result = await command(program, args, { cwd, env: this.environment, limit });
    this.said += result.output;
    if (result.code === code) return result;
    const words = [program, ...args].join(' ');
    throw new Error(`${words}: got exit code ${result.code}, expected ${code}`);
  }
}

interface Entry {
  integrity?: string;
}

/** Whoever tries the project by hand leaves things in it. */
const isKept = (file: string): boolean =>
  !/^(node_modules|cdktf\.out|\.terraform.*|.*\.tgz|.*\.tfstate.*|cdktf\.log)$/.test(
    path.basename(file),
  );
