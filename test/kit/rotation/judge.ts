/** What must hold after every run, whatever went wrong in it. */
import { X509Certificate, createPrivateKey } from 'crypto';
import { Issued } from './authority';
import { Cloud } from './cloud';
import { Ran } from './process';

/** A certificate as a TLS secret holds it. */
export const contentOf = ({ certificate, intermediate, privateKey }: Issued) => ({
  tls_cert: `${certificate}${intermediate}`,
  tls_key: privateKey,
});

/** A certificate as Secrets Manager hands it out. */
export const secretOf = ({ certificate, intermediate, privateKey, end }: Issued) => ({
  secret_type: 'public_cert',
  state_description: 'active',
  name: 'www',
  certificate,
  intermediate,
  private_key: privateKey,
  expiration_date: new Date(end).toISOString(),
});

/** A pair that can be served: whose it is, when it ends, whether its issuers are there. */
function soundIn(data: Readonly<Record<string, string>>) {
  try {
    const leaf = new X509Certificate(data.tls_cert);
    if (!leaf.checkPrivateKey(createPrivateKey(data.tls_key))) return undefined;
    const count = data.tls_cert.split('BEGIN CERTIFICATE').length - 1;
    return { id: leaf.fingerprint256, end: Date.parse(leaf.validTo), isWhole: count > 1 };
  } catch {
    return undefined;
  }
}

/** What is wrong with the history of a TLS secret: mixed pairs, unknown ones, older after newer. */
export function faultsIn(cloud: Cloud, name: string, known: readonly Issued[]): string[] {
  const faults: string[] = [];
  const ids = new Set(known.map((issued) => idOf(issued)));
  const [first, ...later] = cloud.history.get(name) ?? [];
  const begin = (first && soundIn(first)?.end) ?? 0;
  let newest = begin;
  later.forEach((data, i) => {
    // somebody may write again what stands there; nobody may go back to it.
    if (newest === begin && JSON.stringify(data) === JSON.stringify(first)) return;
    const sound = soundIn(data);
    const place = `content ${i + 2}`;
    if (!sound) return void faults.push(`${place} cannot be served`);
    if (!ids.has(sound.id)) faults.push(`${place} is from nowhere`);
    if (!sound.isWhole) faults.push(`${place} lacks its issuer`);
    if (sound.end < newest) faults.push(`${place} is older than one before it`);
    newest = Math.max(newest, sound.end);
  });
  return faults;
}

const idOf = ({ certificate }: Issued) => new X509Certificate(certificate).fingerprint256;

/** Whether the TLS secret serves exactly this certificate, with its key and its issuer. */
export function isServed(cloud: Cloud, name: string, issued: Issued): boolean {
  const sound = soundIn(cloud.served.get(name)?.data ?? {});
  return sound !== undefined && sound.isWhole && sound.id === idOf(issued);
}

// so much of a secret is no accident.
const WINDOW = 20;

/** The secrets that a run knew and of which a part stands in its output. */
export function leaksIn({ out, err }: Ran, cloud: Cloud, known: readonly Issued[]): string[] {
  const text = `${out}\n${err}`;
  const leaks = /PRIVATE KEY|BEGIN CERT|Bearer/.test(text) ? ['words of a secret'] : [];
  const keys = known.flatMap(({ privateKey }) => privateKey.split('\n').slice(1, -2));
  for (const secret of [cloud.jobToken, ...cloud.everyToken, ...keys]) {
    for (let i = 0; i + WINDOW <= secret.length; i += 1) {
      if (!text.includes(secret.slice(i, i + WINDOW))) continue;
      leaks.push(`a part of a secret of ${secret.length} characters`);
      break;
    }
  }
  return leaks;
}
