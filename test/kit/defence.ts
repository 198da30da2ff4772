/** A deployment that is changed step by step, for showing that a construct walks past a trap. */
import { TerraformStack } from 'cdktf';
import { Case, variablesOf } from './life';
import { withProvider } from './samples';
import { Workspace, WorkspaceOptions } from './workspace';

export class Defence {
  private open?: Workspace;

  /** The folder and the cloud of the deployment that is under way. */
  public get workspace(): Workspace {
    return this.open!;
  }

  /** Deploys a stack for the first time. */
  public async deploy(define: Case, options: WorkspaceOptions = {}): Promise<void> {
    await this.prepare(define, options);
    await this.apply();
  }

  /** Opens a stack without applying it. */
  public async prepare(define: Case, options: WorkspaceOptions = {}): Promise<void> {
    const stack = withProvider(define);
    const variables = variablesOf(stack.toTerraform(), options.variables);
    this.open = await Workspace.open(stack, { ...options, variables });
    await this.open.must('init', ['init']);
  }

  /** Puts another definition in the place of the one before, and answers its plan once it is applied. */
  public async change(define: Case): Promise<string> {
    await this.define(define);
    const planned = await this.plan();
    await this.apply();
    return planned;
  }

  /** Puts another definition in the place of the one before, and no more. */
  public define(define: (stack: TerraformStack) => void): Promise<void> {
    return this.workspace.replace(withProvider(define));
  }

  public apply() {
    return this.workspace.must('apply', ['apply', '-no-color', '-auto-approve']);
  }

  public async plan(): Promise<string> {
    return (await this.workspace.must('plan', ['plan', '-no-color'])).stdout;
  }

  /** Fails unless the next plan is empty. */
  public converged() {
    return this.workspace.must('a plan without changes', [
      'plan',
      '-no-color',
      '-detailed-exitcode',
    ]);
  }

  /** The first of a type that the account holds. */
  public inCloud(type: string) {
    return this.workspace.cloud.list(type)[0].value;
  }

  public async output(name: string): Promise<string> {
    return (await this.workspace.must('output', ['output', '-raw', name])).stdout.trim();
  }

  public async close(): Promise<void> {
    await this.open?.close();
    this.open = undefined;
  }
}
