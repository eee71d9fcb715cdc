/**
 * What docker's config says of logins: entries with secrets in plain base64, and which helper keeps the others.
 * Shapes as docker/cli cli/config/configfile/file.go and cli/config/types/authconfig.go read them.
 */
import { say } from '../../../shared/words/index.js';
import { registryOfKey } from '../registry-name.js';
import { IDENTITY_TOKEN, Secret, type Credential } from '../secret.js';
import { membersAt, readJson, type JsonNode } from './json-text.js';

export type ConfigEntry = {
  /** As the file writes it: `https://index.docker.io/v1/`. */
  readonly key: string;
  readonly registry: string;
  /** Whether anything secret lies in it. */
  readonly isPlain: boolean;
  /** Null when nothing lies in it, or nothing that can be read or used elsewhere. */
  readonly credential: Credential | null;
};

export type ConfigContent = {
  readonly entries: readonly ConfigEntry[];
  /** The helper for all registries that have none of their own: `pass` for docker-credential-pass. */
  readonly credsStore: string | null;
  /** By key. Empty for a registry whose login docker keeps in the file. */
  readonly credHelpers: ReadonlyMap<string, string>;
};

/** Every field of an entry in which something secret may lie. */
export const SECRET_FIELDS = ['auth', 'password', 'identitytoken', 'registrytoken'] as const;

const NO_CONTENT: ConfigContent = { entries: [], credsStore: null, credHelpers: new Map() };
const notDockers = (): string => say('credentialFailures.file.form');

/** The content of a config.json, or what is wrong with it, in words that quote nothing of it. */
export function readConfig(text: string): ConfigContent | string {
  // An empty file is an empty configuration to docker.
  if (text.trim() === '') return NO_CONTENT;
  const root = parse(text);
  if (typeof root === 'string') return root;
  const parts = ['auths', 'credHelpers', 'credsStore'].map((field) => membersAt(root, { field }));
  const [auths = [], helpers = [], stores = []] = parts.map((members) =>
    members.map(({ value }) => value).filter((value) => !isNull(text, value)),
  );
  if (root.kind !== 'object' || [...auths, ...helpers].some(({ kind }) => kind !== 'object'))
    return notDockers();
  const pairs = helpers.flatMap((node) => (node.kind === 'object' ? node.members : []));
  const store = stores.at(-1);
  if (pairs.some(({ value }) => value.kind !== 'text') || (store && store.kind !== 'text'))
    return notDockers();
  return {
    entries: auths.flatMap((node) => entriesOf(node)),
    credsStore: store?.kind === 'text' && store.value !== '' ? store.value : null,
    credHelpers: new Map(
      pairs.flatMap(({ key, value }) => (value.kind === 'text' ? [[key, value.value]] : [])),
    ),
  };
}

/**
 * The entries of a ~/.dockercfg: an object of them, or two lines for Docker Hub (docker/cli before 23, LegacyLoadFromReader), out
 * of which no member can be taken.
 */
export function readLegacyConfig(text: string): readonly ConfigEntry[] | string {
  if (text.trim() === '') return [];
  const root = parse(text);
  if (typeof root !== 'string') return root.kind === 'object' ? entriesOf(root) : notDockers();
  if (text.trimStart().startsWith('{')) return root;
  const [first = '', second] = text.split('\n');
  const auth = first.split(' = ');
  if (second === undefined || auth.length !== 2 || second.split(' = ').length !== 2) return notDockers();
  if (!decodeAuth(auth[1] ?? '')) return notDockers();
  const key = 'https://index.docker.io/v1/';
  return [{ key, registry: registryOfKey(key), isPlain: true, credential: null }];
}

/** `auth` as docker packs it: base64 of `name:password`. Null when it is no such thing. */
export function decodeAuth(auth: string): Credential | null {
  if (auth.length % 4 !== 0 || !/^[A-Za-z0-9+/\r\n]+={0,2}$/.test(auth)) return null;
  const text = Buffer.from(auth, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  const password = text.slice(colon + 1).replace(/^\0+|\0+$/g, '');
  return { username: text.slice(0, colon), secret: new Secret(password) };
}

function parse(text: string): JsonNode | string {
  try {
    return readJson(text);
  } catch (error) {
    // The parser's own message quotes the text, which may hold a secret.
    return error instanceof RangeError
      ? say('credentialFailures.file.nested')
      : say('credentialFailures.file.json');
  }
}

const isNull = (text: string, { start, end }: JsonNode): boolean => text.slice(start, end) === 'null';

/** Of a key that is written twice the last counts, as to docker; what is secret in the first counts too. */
function entriesOf(auths: JsonNode): readonly ConfigEntry[] {
  if (auths.kind !== 'object') return [];
  const found = new Map<string, ConfigEntry>();
  for (const { key, value } of auths.members) {
    const entry = entryOf(key, value);
    found.set(key, { ...entry, isPlain: entry.isPlain || found.get(key)?.isPlain === true });
  }
  return [...found.values()];
}

function entryOf(key: string, node: JsonNode): ConfigEntry {
  const field = (name: string): string => {
    const value = membersAt(node, { field: name }).at(-1)?.value;
    return value?.kind === 'text' ? value.value : '';
  };
  const isPlain = SECRET_FIELDS.some((name) => field(name) !== '');
  return { key, registry: registryOfKey(key), isPlain, credential: credentialOf(field) };
}

function credentialOf(field: (name: string) => string): Credential | null {
  const token = field('identitytoken');
  if (token !== '') return { username: IDENTITY_TOKEN, secret: new Secret(token) };
  const auth = field('auth');
  if (auth !== '') return usable(decodeAuth(auth));
  return usable({ username: field('username'), secret: new Secret(field('password')) });
}

const usable = (credential: Credential | null): Credential | null =>
  credential !== null && credential.username !== '' && credential.secret.reveal() !== '' ? credential : null;
