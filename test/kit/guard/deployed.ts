/** An account that remembers every moment of a deployment, and what the edge and the guards were at each. */
import * as vm from 'vm';
import { RememberedCloud } from '../provider/cloud';
import { ObjectValue } from '../provider/msgpack';

const ACTION = 'ibm_cis_edge_functions_action';
const APP = 'ibm_code_engine_app';
const CONFIG_MAP = 'ibm_code_engine_config_map';
const SECRET = 'ibm_code_engine_secret';

type Json = Record<string, any>;

/** What an instance of a guard is started with. */
export interface Instance {
  readonly environment: Readonly<Record<string, string>>;
  readonly module: string;
}

/** A write, and what was true after it. */
export interface Moment {
  readonly type: string;
  readonly name: string;
  /** What the edge runs, or may still run somewhere. */
  readonly scripts: readonly string[];
  /** Instances that may serve: of a revision that is replaced until the edge is touched, and with any content of the secret since. */
  readonly instances: readonly Instance[];
}

/** Remembers the moments of one apply after another; a guard is an app that reads a value of a lock from a secret. */
export class WatchedCloud extends RememberedCloud {
  public moments: Moment[] = [];
  /** What becomes of guards that are changed: ready at once, or not before somebody says so. */
  public rollout = 'ready';
  private scripts: string[] = [];
  private revisions: { readonly app: Json; readonly from: number }[] = [];
  private secrets: Json[] = [];

  /** The edge has gone over to what it was told last, everywhere. */
  public settle(): void {
    this.moments = [];
    this.scripts = this.scripts.slice(-1);
    this.revisions = this.revisions.slice(-1).map(({ app }) => ({ app, from: 0 }));
    this.secrets = this.secrets.slice(-1);
  }

  public override put(type: string, id: string, value: ObjectValue): void {
    const it = value as Json;
    const isGuard = type === APP && /guard/.test(it.name as string);
    super.put(type, id, isGuard ? { ...value, status: this.rollout } : value);
    // an instance of it reads the secret as it is from then on.
    if (isGuard) this.revisions.push({ app: it, from: Math.max(0, this.secrets.length - 1) });
    if (type === SECRET && 'VALUE' in (it.data ?? {})) this.secrets.push(it.data as Json);
    if (type === ACTION) {
      this.scripts.push(it.script as string);
      // whoever touches the edge has waited until the last revision serves.
      this.revisions = this.revisions.slice(-1);
    }
    this.moments.push({
      ...{ type, name: (it.name ?? it.action_name) as string },
      scripts: [...this.scripts],
      instances: this.instances(),
    });
  }

  private instances(): Instance[] {
    const maps = this.list(CONFIG_MAP).map(({ value }) => value as Json);
    return this.revisions.flatMap(({ app, from }) =>
      this.secrets.slice(from).map((content): Instance => {
        const [{ reference }] = app.run_volume_mounts as Json[];
        const variables = (app.run_env_variables as Json[]).map(({ name, value, key }) => [
          name,
          key ? content[key] : value,
        ]);
        return {
          environment: Object.fromEntries(variables) as Record<string, string>,
          module: maps.find(({ name }) => name === reference)!.data['guard.mjs'] as string,
        };
      }),
    );
  }
}

/** What an edge function makes of a request: the headers with which it goes on. */
export async function throughEdge(
  script: string,
  headers: Record<string, string>,
): Promise<Headers> {
  let [sent, answered]: [Request | undefined, unknown] = [undefined, undefined];
  const respondWith = (answer: unknown) => void (answered = answer);
  const fetch = async (request: Request) => void (sent = request);
  const addEventListener = (_: string, run: (event: object) => void) => {
    run({ request: new Request('https://shop.example.com/a', { headers }), respondWith });
  };
  vm.runInNewContext(script, { addEventListener, fetch, Request });
  await answered;
  return sent!.headers;
}
