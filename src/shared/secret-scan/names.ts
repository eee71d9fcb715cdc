/** Which names of variables and labels say that their value is a secret, word by word. Pure. */

/** `authors`, `PASSENGER`, `COMPASS` and `TOKENIZERS` only begin or end like one. */
const SECRET_WORD =
  /^(?:\w*(?:password|passwd|passphrase|secret|secretkey|apikey|token|credential)s?|pass|pwd|auth)$/i;
const SECRET_KEY = /(?:^|[_.-])(?:api|access|private|account|encryption|signing)[_.-]?keys?(?:$|[_.-])/i;
/** What these end names where a secret is, or something about it. */
const ABOUT_ONE = /[_.-](?:file|path|dir|sock|socket|url|uri|host|type|method|ttl)$/i;
/** Longer ones are no names that a person gave. */
const LONGEST = 200;

/** `DB_PASSWORD`, `npmToken`, `SECRET_KEY_BASE`; not `org.opencontainers.image.authors`, `SSH_AUTH_SOCK`. */
export function isSecretName(name: string): boolean {
  const spaced = name.slice(0, LONGEST).replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  if (ABOUT_ONE.test(spaced)) return false;
  return SECRET_KEY.test(spaced) || spaced.split(/[_.-]/).some((word) => SECRET_WORD.test(word));
}
