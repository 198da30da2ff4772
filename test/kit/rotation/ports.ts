/** The world of a rotation in memory: a clock that runs when somebody sleeps, a log that is kept. */
import { Log, makeLog } from '../../../lib/runtime/certificate-rotation/log';
import {
  Clock,
  Mapping,
  Ports,
  SourceSecret,
  TargetSecret,
  TlsContent,
  Written,
} from '../../../lib/runtime/certificate-rotation/ports';
import { Issued } from './authority';

export interface FakeClock extends Clock {
  readonly slept: number[];
}

export function fakeClock(start = Date.now()): FakeClock {
  let passed = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => start + passed,
    ticks: () => passed,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      passed += milliseconds;
    },
    random: () => 0.5,
  };
}

export interface KeptLog extends Log {
  readonly lines: { readonly event: string; readonly [field: string]: unknown }[];
}

export function keptLog(): KeptLog {
  const lines: KeptLog['lines'] = [];
  return { lines, ...makeLog((line) => void lines.push(JSON.parse(line)), Date.now, 'test') };
}

export const sourceOf = ({ certificate, intermediate, privateKey }: Issued): SourceSecret => ({
  type: 'public_cert',
  state: 'active',
  certificate,
  intermediate,
  privateKey,
});

export const targetOf = ({ certificate, intermediate, privateKey }: Issued): TargetSecret => ({
  format: 'tls',
  etag: '1',
  certificate: certificate + intermediate,
  privateKey,
});

export interface FakePorts extends Ports {
  held: SourceSecret;
  served: TargetSecret;
  mappings: readonly Mapping[];
  /** What the next writes answer in place of writing. */
  readonly answers: Written[];
  readonly written: TlsContent[];
  readonly clock: FakeClock;
  readonly log: KeptLog;
}

/** A secret that is held and one that is served; a write changes the second. */
export function fakePorts(held: SourceSecret, served: TargetSecret): FakePorts {
  const written: TlsContent[] = [];
  const ports: FakePorts = {
    held,
    served,
    mappings: [],
    answers: [],
    written,
    clock: fakeClock(),
    log: keptLog(),
    source: { read: async () => ports.held },
    target: {
      read: async () => ports.served,
      mappings: async () => ports.mappings,
      async write(_name, content, etag) {
        const answer = ports.answers.shift();
        if (answer) return answer;
        if (etag !== ports.served.etag) return 'stale';
        written.push(content);
        ports.served = { ...ports.served, ...content, etag: `${Number(etag) + 1}` };
        return 'written';
      },
    },
  };
  return ports;
}

/** The failure that some work ends with. */
export async function failureOf(work: () => unknown): Promise<Record<string, any>> {
  try {
    await work();
  } catch (error) {
    return error as Record<string, any>;
  }
  throw new Error('got no failure, expected one');
}
