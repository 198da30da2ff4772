/** A folder with Terraform configuration, and the provider that serves it. */
import * as fs from 'fs';
import * as path from 'path';
import type { TerraformStack } from 'cdktf';
import { ProviderData, readProvider } from '../../tools/provider-data';
import { attachment } from './provider/attach';
import { RememberedCloud } from './provider/cloud';
import { GrpcServer } from './provider/grpc';
import { serveProvider } from './provider/server';
import { removeFolder, temporaryFolder } from './temporary';
import { providerMode } from './terraform-mode';
import { terraform, TerraformOptions, TerraformResult, withoutValues } from './terraform-process';

/** Where a configuration comes from: Terraform JSON, a folder of it, or a stack. */
export type Source = { readonly json: object } | { readonly dir: string } | TerraformStack;

const CONFIG = 'main.tf.json';

let provider: ProviderData | undefined;

export interface WorkspaceOptions extends TerraformOptions {
  /** A provider without traps, for what is about schemas alone. @default - as treacherous as the real one */
  readonly honest?: boolean;
  /** The account that the configuration meets, perhaps another one's too. @default - an empty one */
  readonly cloud?: RememberedCloud;
}

export class Workspace {
  /** Opens a folder of its own for a configuration; close it in the end. */
  public static async open(source: Source, options: WorkspaceOptions = {}): Promise<Workspace> {
    const workspace = new Workspace(temporaryFolder(), options);
    try {
      await workspace.replace(source);
      if (providerMode() === 'offline') await workspace.serve();
    } catch (error) {
      await workspace.close();
      throw error;
    }
    return workspace;
  }

  /** What exists in the account; empty with the real provider. */
  public readonly cloud: RememberedCloud;

  private server?: GrpcServer;

  private constructor(
    private readonly root: string,
    private readonly options: WorkspaceOptions,
  ) {
    this.cloud = options.cloud ?? new RememberedCloud();
    fs.mkdirSync(this.dir);
  }

  /** The folder that Terraform runs in. */
  public get dir(): string {
    return path.join(this.root, 'configuration');
  }

  private get socket(): string {
    return path.join(this.root, 'socket');
  }

  /** Runs a command, whatever its exit code. */
  public terraform(...args: string[]): Promise<TerraformResult> {
    return terraform(this.dir, args, {
      ...this.options,
      environment: { ...this.options.environment, ...(this.server ? attachment(this.socket) : {}) },
    });
  }

  /** Runs a command that must end with one of these codes; throws Terraform's own text otherwise. */
  public async must(
    step: string,
    args: readonly string[],
    codes: readonly number[] = [0],
  ): Promise<TerraformResult> {
    const result = await this.terraform(...args);
    if (codes.includes(result.code)) return result;
    const said = [result.stdout, result.stderr].filter((part) => part.trim()).join('\n');
    const text = withoutValues(said, this.options);
    throw new Error(
      `${step}: got exit code ${result.code}, expected ${codes.join(' or ')}\n${text}`,
    );
  }

  /** Puts a configuration in the place of the one before, if there is one; its state stays. */
  public async replace(source: Source): Promise<void> {
    if ('json' in source) this.write(source.json);
    else if ('dir' in source) this.copy(source.dir);
    else await this.synthesize(source);
    // wherever the configuration keeps its state, a test's is here.
    const local = { terraform: { backend: { local: {} } } };
    fs.writeFileSync(path.join(this.dir, 'state_override.tf.json'), JSON.stringify(local));
  }

  /** Replaces the configuration that was given as JSON. */
  public write(json: object): void {
    fs.writeFileSync(path.join(this.dir, CONFIG), JSON.stringify(json, null, 2));
  }

  /** The state as Terraform wrote it, or an empty one before the first apply. */
  public state(): TerraformState {
    const file = path.join(this.dir, 'terraform.tfstate');
    if (!fs.existsSync(file)) return { outputs: {}, resources: [] };
    return JSON.parse(fs.readFileSync(file, 'utf8')) as TerraformState;
  }

  /** Lifts `prevent_destroy`: the configurations protect what a test must be able to remove. */
  public liftProtection(): void {
    const names = fs.readdirSync(this.dir, { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => /\.tf(\.json)?$/.test(each))) {
      const file = path.join(this.dir, name);
      const text = fs.readFileSync(file, 'utf8');
      fs.writeFileSync(file, text.replace(/("?prevent_destroy"?\s*[:=]\s*)true/g, '$1false'));
    }
  }

  public async close(): Promise<void> {
    await this.server?.close();
    removeFolder(this.root);
  }

  private async serve(): Promise<void> {
    provider ??= readProvider();
    const { cloud, socket } = this;
    const behaviours = this.options.honest ? [] : undefined;
    this.server = await serveProvider({ data: provider, cloud, socket, behaviours });
  }

  private copy(dir: string): void {
    const isLeftover = (file: string) =>
      /^\.terraform|^terraform\.tfstate/.test(path.basename(file));
    fs.cpSync(dir, this.dir, { recursive: true, filter: (file) => !isLeftover(file) });
  }

  private async synthesize(stack: TerraformStack): Promise<void> {
    // loaded here because most workspaces do without it.
    const { Testing } = await import('cdktf');
    const out = Testing.fullSynth(stack);
    this.copy(path.join(out, 'stacks', stack.node.id));
    removeFolder(out);
  }
}

export interface TerraformState {
  readonly outputs: Record<string, { readonly value: unknown }>;
  readonly resources: readonly {
    readonly module?: string;
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly attributes: Record<string, unknown>;
    }[];
  }[];
}
