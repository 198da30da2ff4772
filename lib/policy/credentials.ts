import { bare } from './address';
import { View } from './resource';
import { Value, isUnknown } from './value';

/** What credentials look like, by what they are called in a report; none takes longer than its text is long. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a signed token', /\beyJ[\w-]{8,1000}\.eyJ[\w-]{8,}\.[\w-]{8,}/],
  ['a password in an address', /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]*:[^\s/@]+@/i],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36}\b/],
  ['the address of a Slack webhook', /\bhttps:\/\/hooks\.slack\.com\/services\/\w+\/\w+\/\w+/],
  [
    'an IBM Cloud API key',
    // what is random has a bit of everything, other than a long name.
    /^(?=[\w-]{44}$)(?=(?:[^a-z]*[a-z]){8})(?=(?:[^A-Z]*[A-Z]){8})(?=(?:\D*\d){2})/,
  ],
];

/** What is in each of them: nearly every text of a configuration has none of it, and is read once instead of six times. */
const TRACE = /-----BEGIN|eyJ|:\/\/|gh[pousr]_|(?:^|\0)[\w-]{44}(?:\0|$)/;

/** What credential stands in the known parts of a value, in words; undefined where none does. */
export function credentialIn(value: Value): string | undefined {
  const text = isUnknown(value) ? value.pattern : value;
  if (typeof text !== 'string' || !TRACE.test(text)) return undefined;
  const parts = text.split('\0');
  return SHAPES.find(([, shape]) => parts.some((part) => shape.test(part)))?.[0];
}

/** Attributes of the provider that are credentials, and that it marks as such. */
const MASKED =
  /^(data\.)?ibm_\w+\.[\w-]+\.(apikey|api_key|credentials|credentials_json|credentials_content|password|payload|private_key|secret)(\.|$)|^(data\.)?ibm_sm_kv_secret\.[\w-]+\.data(\.|$)/;

/** Credentials that the provider does not mark. */
const IN_CLEAR =
  /^(data\.)?ibm_code_engine_secret\.[\w-]+\.data(\.|$)|^data\.ibm_iam_auth_token\.[\w-]+\.(iam|uaa)_(access|refresh)_token$/;

/** Whether Terraform hides what stands at a path. */
export const isMasked = (path: string): boolean => MASKED.test(bare(path));

/** Whether it is a credential, hidden or not. */
export const isCredential = (path: string): boolean => isMasked(path) || IN_CLEAR.test(bare(path));

/** The first credential that an attribute reads from another resource; ends the rule where that cannot be told. */
export function credentialReadBy(view: View, attribute: string): string | undefined {
  const paths = view.paths(attribute);
  const found = paths.find(isCredential);
  if (found !== undefined) return found;
  const isTold = (address: string) => paths.some((path) => path.startsWith(`${address}.`));
  const untold = view.references(attribute).filter((it) => !it.startsWith('var.') && !isTold(it));
  if (untold.length > 0) view.undecided(attribute);
  return undefined;
}
