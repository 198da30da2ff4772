import { TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { BuildRun } from './build-run';
import { partsOfCrn } from '../../core';
import { ICodeEngineProject } from '../workloads/code-engine-project';

/** As much of a build as it takes to run it. */
interface Runnable {
  readonly run: BuildRun;
  readonly project: ICodeEngineProject;
  readonly timeout: number;
  /** Changes when there is something else to build. */
  readonly subject: string;
}

/** As much of a resource as it takes to name it to Code Engine. */
type Build = TerraformResource & { readonly name: string; readonly buildId: string };

const ACTION = 'ibm_code_engine_build_run';

/** Lets Terraform run a build whenever it has made or changed it, in the way that was chosen. */
export function startBuild(scope: Construct, build: Build, runnable: Runnable): void {
  if (runnable.run._starter === 'action') addAction(build, runnable);
  if (runnable.run._starter === 'script') addScript(scope, build, runnable);
}

/** cdktf knows neither actions nor what triggers them, so both are written past it. */
function addAction(build: Build, { project, timeout }: Runnable): void {
  const action = `${ACTION}.${build.friendlyUniqueId}`;
  TerraformStack.of(build).addOverride(`action.${action}.config`, {
    project_id: project.projectId,
    build_name: build.name,
    wait_timeout: timeout,
  });
  build.addOverride('lifecycle.action_trigger', [
    { events: ['after_create', 'after_update'], actions: [`action.${action}`] },
  ]);
}

const SCRIPT = [
  'set -eu',
  'ibmcloud login -q -r "$REGION" > /dev/null',
  'ibmcloud ce project select -q --id "$PROJECT_ID"',
  'ibmcloud ce buildrun submit --build "$BUILD" --wait --wait-timeout "$TIMEOUT"',
].join('\n');

function addScript(scope: Construct, build: Build, { project, timeout, subject }: Runnable): void {
  const environment = {
    REGION: partsOfCrn(project.crn).region,
    PROJECT_ID: project.projectId,
    BUILD: build.name,
    TIMEOUT: `${timeout}`,
  };
  const run = new TerraformResource(scope, 'Run', {
    terraformResourceType: 'terraform_data',
    provisioners: [
      { type: 'local-exec', command: SCRIPT, interpreter: ['/bin/sh', '-c'], environment },
    ],
  });
  run.addOverride('triggers_replace', [build.buildId, subject]);
}
