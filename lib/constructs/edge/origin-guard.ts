import { Fn, ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { shortDigest } from '../../core';
import { GUARD_ALONE, GUARD_VARIABLES } from '../../runtime/origin-guard/contract';
import { guardModule } from '../../runtime/origin-guard/module';
import { Image } from '../images/image';
import { AppSecret } from '../secrets/app-secret';
import { SecretData } from '../secrets/secret-data';
import { SecretValue } from '../secrets/secret-value';
import { ConfigMap } from '../workloads/config-map';
import { ContainerSize } from '../workloads/container-size';
import { EnvValue } from '../workloads/env-value';
import { Mount } from '../workloads/mount';
import { neighbours } from '../workloads/neighbours';
import { Probe } from '../workloads/probe';
import { rollout } from '../workloads/rollout';
import { ISecureApp, SecureApp, SecureAppOptions } from '../workloads/secure-app';

/** What a guard asks for, and what it guards. */
interface OriginGuardProps {
  /** The app behind it, whose project it runs in. */
  readonly app: ISecureApp;
  readonly image: Image;
  readonly headerName: string;
  readonly headerValue: SecretValue;
  readonly previousHeaderValue?: SecretValue;
  readonly healthPath: string;
  readonly appHealthPath?: string;
  readonly appOptions: SecureAppOptions;
}

const FOLDER = '/opt/guard';
const FILE = 'guard.mjs';

/** Keys of the secret that a guard reads. */
const KEYS = { value: 'VALUE', previous: 'PREVIOUS_VALUE' } as const;

/** What decides itself how a guard runs. */
export const GUARD_OWN = [
  'port',
  'command',
  'arguments',
  'mounts',
  'readiness',
  'liveness',
] as const;

/**
 * The guard before one app: a stock image, one text that is mounted, and a secret with the values.
 * @internal
 */
export class OriginGuard extends Construct {
  public readonly app: SecureApp;
  /** What is there once instances serve that know the values. */
  public readonly serves: ITerraformDependable;

  constructor(scope: Construct, id: string, props: OriginGuardProps) {
    super(scope, id);
    const { image, healthPath, appOptions } = props;
    const { project } = props.app;
    const secret = new AppSecret(this, 'Secret', { project, data: dataOf(props) });
    const text = moduleText();
    const configMap = new ConfigMap(this, 'Module', { project, data: { [FILE]: text } });
    this.app = new SecureApp(this, 'App', {
      minInstances: 1,
      size: ContainerSize.of(0.25, 0.5),
      ...appOptions,
      ...{ project, image },
      command: ['node'],
      arguments: [`${FOLDER}/${FILE}`],
      mounts: { [FOLDER]: Mount.fromConfigMap(configMap) },
      // a guard is not restarted because of the app behind it.
      readiness: Probe.http(`${healthPath}${GUARD_ALONE}`),
      liveness: Probe.http(`${healthPath}${GUARD_ALONE}`),
      environment: { ...appOptions.environment, ...environmentOf(props, secret, text) },
    });
    neighbours.runsOurCode(this.app);
    this.serves = rollout(this, this.app);
  }
}

/** Terraform would fill in what looks like a template to it. */
const moduleText = (): string => guardModule().replace(/([$%])\{/g, '$1$1{');

const previousOf = ({ headerValue, previousHeaderValue }: OriginGuardProps): SecretValue =>
  previousHeaderValue ?? headerValue;

/**
 * Always both, twice the same where there is no other: an instance that starts while a value is taken out would not find
 * the key that it was told of.
 */
const dataOf = (props: OriginGuardProps): SecretData =>
  SecretData.generic({ [KEYS.value]: props.headerValue, [KEYS.previous]: previousOf(props) });

function environmentOf(props: OriginGuardProps, secret: AppSecret, text: string) {
  const { app, headerName, healthPath, appHealthPath, appOptions } = props;
  const literals = {
    [GUARD_VARIABLES.headerName]: headerName,
    [GUARD_VARIABLES.upstream]: app.internalUrl,
    [GUARD_VARIABLES.healthPath]: healthPath,
    ...(appHealthPath === undefined ? {} : { [GUARD_VARIABLES.appHealthPath]: appHealthPath }),
    [GUARD_VARIABLES.timeout]: `${appOptions.requestTimeout ?? 60}`,
    [GUARD_VARIABLES.generation]: `${shortDigest(text)}-${digestOf(props)}`,
  };
  const values = Object.entries(literals).map(([name, it]) => [name, EnvValue.literal(it)]);
  return {
    ...(Object.fromEntries(values) as Record<string, EnvValue>),
    [GUARD_VARIABLES.value]: EnvValue.fromSecret(secret, KEYS.value),
    [GUARD_VARIABLES.previousValue]: EnvValue.fromSecret(secret, KEYS.previous),
  };
}

/**
 * Instances read a secret when they start, and a secret that changes starts none: this does. A part of a digest of two values
 * of at least 32 characters tells nothing of them.
 */
function digestOf(props: OriginGuardProps): string {
  const values = [props.headerValue, previousOf(props)].map((it) => it.toTerraform());
  const digest = Fn.sha256(Fn.join(' ', values));
  return Fn.nonsensitive(Fn.substr(digest, 0, 16)) as string;
}
