import { Problem, isA, known } from '../../core';
import { Visibility } from '../../facts/visibility';
import { frontages } from '../workloads/frontage';
import { ISecureApp } from '../workloads/secure-app';

/** An app that only a proxy is to reach. */
export const protectedApp = {
  /** Why an app cannot be put behind a proxy. */
  problemsIn: (prop: string, app: ISecureApp, proxy: ISecureApp): Problem[] => {
    if (isA(prop, app, 'internalUrl', 'a SecureApp').length > 0)
      return protectedApp.closed(prop, app);
    if (app === proxy) return [{ prop, got: 'the proxy itself', expected: 'the app behind it' }];
    const isElsewhere = app.project.projectId !== proxy.project.projectId;
    return [...(isElsewhere ? [{ prop, ...ELSEWHERE }] : []), ...protectedApp.closed(prop, app)];
  },

  /** Why an app cannot be put behind a proxy that is made for it. */
  closed: (prop: string, app: ISecureApp): Problem[] => {
    const wrong = isA(prop, app, 'internalUrl', 'a SecureApp');
    return wrong.length > 0 ? wrong : reachedOtherwise(prop, app);
  },

  /** What opened an app after it was put behind a proxy. */
  openedLater: (app: ISecureApp): Problem[] => reachedOtherwise(app.node.path, app),
};

function reachedOtherwise(prop: string, app: ISecureApp): Problem[] {
  const frontage = frontages.get(app);
  if (!frontage) return [{ prop, ...UNKNOWN }];
  const { visibility, hosts } = frontage;
  if (known(visibility) && visibility !== Visibility.PROJECT) return [{ prop, ...OPEN }];
  return hosts.map((host) => ({ prop, got: `an app that ${host} is mapped to`, ...BEHIND }));
}

const ELSEWHERE = {
  got: 'an app of another project',
  expected: 'one of the same, because only a project reaches its internal addresses',
};

const UNKNOWN = {
  got: 'an app that exists already',
  expected: 'one that is defined here, so that it is known who reaches it',
};

const OPEN = {
  got: 'an app that is reached around the proxy',
  expected: 'Visibility.PROJECT',
};

const BEHIND = { expected: 'one without a host, because people come to the proxy' };
