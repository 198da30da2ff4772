/** Words that make the name of an environment variable look like that of a secret. */
const SECRET_WORDS =
  /(^|[_.-])(PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|TOKEN|CREDENTIALS?|API[_.-]?KEY|ACCESS[_.-]?KEY|PRIVATE[_.-]?KEY|SIGNING[_.-]?KEY|ENCRYPTION[_.-]?KEY|AUTH)($|[_.-])/;

/** Words after which the variable tells about a secret without being one, as in `TOKEN_URL`. */
const ABOUT_A_SECRET =
  /[_.-](URL|URI|ENDPOINT|HOST|PATH|FILE|DIR|NAME|HEADER|ISSUER|AUDIENCE|ALGORITHM|METHOD|MODE|TYPE|TTL|TIMEOUT|LENGTH|EXPIRY|ENABLED|DISABLED|LOCATION)$/;

/**
 * Whether an environment variable of this name is likely to hold a secret.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret
 */
export function looksSecret(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
  return SECRET_WORDS.test(words) && !ABOUT_A_SECRET.test(words);
}

/** Whether a text only switches something on or off, and so is no secret whatever it is called. */
export const isSwitch = (text: string): boolean => /^(true|false|on|off|yes|no)$/i.test(text);
