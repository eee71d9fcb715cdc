/** Files that are made to hold secrets, by their names. */

const EXAMPLE = /(?:example|sample|template|dist|public|\.pub$)/i;
const FILES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)\.env(?:\.[\w-]+)?$/, 'made to hold settings and passwords'],
  [/(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$/, 'named like a private key'],
  [/(?:^|\/)[\w.-]*(?:private|secret)[\w.-]*\.(?:pem|key|der)$/i, 'named like a private key'],
  [/(?:^|\/)[\w-]*(?:server|client|tls|ssl|https?|host|ca)[\w-]*\.key$/i, 'named like a private key'],
  [/(?:^|\/)[\w.-]+\.(?:p12|pfx|jks|keystore|kdbx)$/i, 'named like a store of keys'],
  [/(?:^|\/)\.(?:npmrc|pypirc|netrc|git-credentials|pgpass|my\.cnf|htpasswd)$/, 'made to hold logins'],
  [/(?:^|\/)\.docker\/config\.json$/, 'made to hold registry logins'],
  [/(?:^|\/)\.(?:ssh|aws|gnupg|kube|azure)(?:\/.*)?$/, 'made to hold keys and logins'],
  [
    /(?:^|\/)(?:credentials|service[-_]?account[\w-]*|secrets?)\.(?:json|ya?ml|toml|txt)$/i,
    'named like a file of credentials',
  ],
];

/** What it is, in a few words; null when its name says nothing of the kind. */
export function secretFile(path: string): string | null {
  if (EXAMPLE.test(path)) return null;
  return FILES.find(([pattern]) => pattern.test(path.replace(/\/+$/, '')))?.[1] ?? null;
}
