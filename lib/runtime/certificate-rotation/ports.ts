/** What carrying a certificate over needs of the world. */
import { Log } from './log';

/** A secret of Secrets Manager, as it came; texts that are missing are empty. */
export interface SourceSecret {
  readonly type: string;
  readonly state: string;
  readonly certificate: string;
  readonly intermediate: string;
  readonly privateKey: string;
}

/** A TLS secret of the project; texts that are missing are empty. */
export interface TargetSecret {
  readonly format: string;
  /** Changes with each write; a write has to name it. */
  readonly etag: string;
  readonly certificate: string;
  readonly privateKey: string;
}

/** What a TLS secret is to hold. */
export interface TlsContent {
  readonly certificate: string;
  readonly privateKey: string;
}

/** A host that is served with the TLS secret. */
export interface Mapping {
  readonly host: string;
  readonly status: string;
}

/** How a write ended: done, the secret is another by now, or it cannot be changed at this moment. */
export type Written = 'written' | 'stale' | 'busy';

export interface Source {
  read(id: string, until: number): Promise<SourceSecret>;
}

export interface Target {
  read(name: string, until: number): Promise<TargetSecret>;
  mappings(name: string, until: number): Promise<readonly Mapping[]>;
  write(name: string, content: TlsContent, etag: string, until: number): Promise<Written>;
}

export interface Clock {
  /** Milliseconds since 1970; it may be set while we run. */
  now(): number;
  /** Milliseconds of a clock that only goes forward; every `until` is a time of it. */
  ticks(): number;
  sleep(milliseconds: number): Promise<void>;
  /** From 0 up to, not including, 1. */
  random(): number;
}

export interface Ports {
  readonly source: Source;
  readonly target: Target;
  readonly clock: Clock;
  readonly log: Log;
}
