/** Files that are made to hold secrets, by their names. */

const EXAMPLE = /(?:example|sample|template|dist|public|\.pub$)/i;
type SecretFile = 'settings' | 'key' | 'store' | 'logins' | 'registries' | 'keysAndLogins' | 'credentials';

const FILES: readonly (readonly [RegExp, SecretFile])[] = [
  [/(?:^|\/)\.env(?:\.[\w-]+)?$/, 'settings'],
  [/(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$/, 'key'],
  [/(?:^|\/)[\w.-]*(?:private|secret)[\w.-]*\.(?:pem|key|der)$/i, 'key'],
  [/(?:^|\/)[\w-]*(?:server|client|tls|ssl|https?|host|ca)[\w-]*\.key$/i, 'key'],
  [/(?:^|\/)[\w.-]+\.(?:p12|pfx|jks|keystore|kdbx)$/i, 'store'],
  [/(?:^|\/)\.(?:npmrc|pypirc|netrc|git-credentials|pgpass|my\.cnf|htpasswd)$/, 'logins'],
  [/(?:^|\/)\.docker\/config\.json$/, 'registries'],
  [/(?:^|\/)\.(?:ssh|aws|gnupg|kube|azure)(?:\/.*)?$/, 'keysAndLogins'],
  [/(?:^|\/)(?:credentials|service[-_]?account[\w-]*|secrets?)\.(?:json|ya?ml|toml|txt)$/i, 'credentials'],
];

/** What it is; null when its name says nothing of the kind. */
export function secretFile(path: string): SecretFile | null {
  if (EXAMPLE.test(path)) return null;
  return FILES.find(([pattern]) => pattern.test(path.replace(/\/+$/, '')))?.[1] ?? null;
}
