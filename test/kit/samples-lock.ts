/** Locks, and hosts behind them. */
import { TerraformStack } from 'cdktf';
import { CisProtectedDomain } from '../../lib/constructs/edge/cis-protected-domain';
import { OriginLock, OriginLockProps } from '../../lib/constructs/edge/origin-lock';
import { Image } from '../../lib/constructs/images/image';
import { AppSecret } from '../../lib/constructs/secrets/app-secret';
import { SecretValue } from '../../lib/constructs/secrets/secret-value';
import { SecureApp } from '../../lib/constructs/workloads/secure-app';
import { CisPlan } from '../../lib/facts/cis-plans';
import { DIGEST, image, project, zone } from './samples';

export const HOST = 'shop.example.com';

export const nodeImage = () =>
  Image.fromRegistry('registry.access.redhat.com/ubi9/nodejs-22-minimal').digest(DIGEST);

export const valueOf = (stack: TerraformStack, name = 'lock_value') =>
  SecretValue.fromVariable(stack, name);

/** A lock that guards nothing yet. */
export const lock = (
  stack: TerraformStack,
  props: Partial<OriginLockProps> = {},
  plan = CisPlan.STANDARD_NEXT,
) =>
  new OriginLock(stack, 'lock', {
    zone: props.zone ?? zone(stack, plan),
    host: HOST,
    nodeImage: nodeImage(),
    ...props,
    headerValue: props.headerValue ?? valueOf(stack),
  });

/** A host whose app stands behind a lock, or without one. */
export function lockedDomain(
  stack: TerraformStack,
  props: Partial<OriginLockProps> = {},
  isLocked = true,
): void {
  const own = zone(stack, CisPlan.ENTERPRISE_ADVANCED);
  const app = new SecureApp(stack, 'web', { project: project(stack), image: image() });
  const workload = isLocked ? lock(stack, { zone: own, ...props }).protect(app) : app;
  const tlsSecret = AppSecret.fromSecretName('tls');
  new CisProtectedDomain(stack, 'shop', {
    ...{ zone: own, host: HOST },
    origins: { main: { workload, tlsSecret } },
  });
}
