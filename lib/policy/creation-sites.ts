/** Notes where in the code of a user each construct is made; cdktf has a place for it, and leaves it empty. */
import * as path from 'path';
import { IConstruct, MetadataOptions, Node } from 'constructs';

/** So many steps of the way to a construct are noted, the innermost first. */
const MOST_STEPS = 5;
/** Frames that are looked through for them: patterns make constructs that make constructs. */
const MOST_FRAMES = 100;
/** The library itself; a copy that is linked does not lie among the packages. */
const OWN_FOLDER = path.join(__dirname, '..') + path.sep;
// one list for all copies of the library that a process has.
const NOTED = Symbol.for('cdktf-ibm-code-engine.creation-sites');

type Noting = typeof Node.prototype & { [NOTED]?: WeakSet<IConstruct> };

/** From now on, whatever is made in an app says where: `main.ts:11:15`, in the metadata of its Terraform. */
export function noteCreationSites(app: IConstruct): void {
  // of the copy of `constructs` that the app has, whichever that is.
  const prototype = Object.getPrototypeOf(app.node) as Noting;
  const apps = (prototype[NOTED] ??= notingApps(prototype));
  apps.add(app);
}

function notingApps(prototype: Noting): WeakSet<IConstruct> {
  const apps = new WeakSet<IConstruct>();
  const add = Reflect.get(prototype, 'addMetadata');
  prototype.addMetadata = function (this: Node, type, data, options?: MetadataOptions) {
    const isNoted = type === 'stacktrace' && apps.has(this.root);
    const more = isNoted ? { stackTraceOverride: userFrames() } : {};
    add.call(this, type, data, { ...options, ...more });
  };
  return apps;
}

/** The steps that led here, as far as a user took them. */
function userFrames(): string[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = MOST_FRAMES;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.split('\n').flatMap(frameOf).slice(0, MOST_STEPS);
}

const FRAME = /(?:^\s*at (?:async )?|\()(?:file:\/\/)?((?:\/|[A-Za-z]:[\\/]).*):(\d+):(\d+)\)?$/;

function frameOf(line: string): string[] {
  const [, file, at, column] = FRAME.exec(line) ?? [];
  if (file === undefined || file.startsWith(OWN_FOLDER)) return [];
  if (/[\\/]node_modules[\\/]/.test(file)) return [];
  const near = path.relative('', file);
  const shown = near.startsWith('..') || path.isAbsolute(near) ? file : near;
  return [`${shown.split(path.sep).join('/')}:${at}:${column}`];
}
