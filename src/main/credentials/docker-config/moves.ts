/** Logins moved from docker's files to the keychain, and what it takes to put them back, in memory until the window closes. */
import { randomUUID } from 'node:crypto';
import type { DockerConfigMove } from '../../../shared/contract/docker-config.js';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { registryName } from '../registry-name.js';
import { Secret, type Credential } from '../secret.js';
import { readConfig, readLegacyConfig, SECRET_FIELDS, type ConfigEntry } from './config-content.js';
import { readPlain } from './config-place.js';
import { membersAt, readJson, withMember, withoutMember, type Step } from './json-text.js';
import { rewrite, type Rewritten } from './rewrite.js';

/** Strata's own logins, as moving needs them. */
export type OwnLogins = {
  readonly get: (registry: string) => Promise<Credential | null>;
  /** @throws FailureError when the keychain can't take it */
  readonly keep: (registry: string, credential: Credential) => Promise<void>;
  /** @throws FailureError when it is still there */
  readonly erase: (registry: string) => Promise<void>;
};

export type Moves = {
  readonly list: () => readonly DockerConfigMove[];
  /** `inLegacy`: whether the file is a ~/.dockercfg. @throws FailureError; file and keychain are as they were then */
  readonly move: (place: { path: string; key: string; inLegacy: boolean }) => Promise<DockerConfigMove>;
  /** @throws FailureError */
  readonly putBack: (id: string) => Promise<void>;
  /** The way back is gone, for one registry or for all. */
  readonly forget: (registry?: string) => void;
};

type Kept = {
  readonly told: DockerConfigMove;
  readonly entry: readonly Step[];
  readonly before: Secret;
  readonly after: Secret;
  readonly credential: Credential;
  readonly wasOurs: boolean;
};

const withoutSecrets = (text: string, entry: readonly Step[]): string => {
  const bare = [...SECRET_FIELDS, 'username', 'serveraddress'].reduce(
    (rest, field) => withoutMember(rest, [...entry, { field }]),
    text,
  );
  return isEmptyEntry(bare, entry) ? withoutMember(bare, entry) : bare;
};

export function createMoves(logins: OwnLogins): Moves {
  const moves = new Map<string, Kept>();

  return {
    list: () => [...moves.values()].map(({ told }) => told).reverse(),

    async move({ path, key, inLegacy }) {
      const found = entryIn((await readPlain(path).catch(() => null)) ?? '', key, inLegacy);
      if (!found?.credential) throw new FailureError(gone(path));
      const { credential } = found;
      const registry = registryName(key);
      const entry: readonly Step[] = inLegacy ? [{ key }] : [{ field: 'auths' }, { key }];
      const own = await logins.get(registry);
      const wasOurs = own !== null && isSame(own, credential);
      if (own && !wasOurs) throw new FailureError(hasAnother(registry, own.username));
      // One that Strata has until it quits is to stay, too.
      await logins.keep(registry, credential);
      let written: Rewritten;
      try {
        const read = await logins.get(registry);
        if (!read || !isSame(read, credential)) throw new FailureError(notReadBack(registry));
        written = await rewrite({
          path,
          edit: (text) => withoutSecrets(text, entry),
          check: (text) => {
            const now = entryIn(text, key, inLegacy)?.credential;
            if (!now || !isSame(now, credential)) throw new FailureError(gone(path));
          },
        });
      } catch (error) {
        if (!wasOurs) await logins.erase(registry).catch(() => undefined);
        throw error;
      }
      const told = { id: randomUUID(), registry, username: credential.username, path };
      moves.set(told.id, {
        ...{ told, entry, credential, wasOurs },
        before: new Secret(written.before),
        after: new Secret(written.after),
      });
      return told;
    },

    async putBack(id) {
      const kept = moves.get(id);
      if (!kept) throw new FailureError(noWayBack());
      const { told, entry, before, after } = kept;
      await rewrite({
        path: told.path,
        edit: (text) => {
          if (hasSecret(text, entry)) return text;
          // Nobody else has written since: then it is again what it was, to the letter.
          if (text === after.reveal()) return before.reveal();
          return restored(text, entry, before.reveal());
        },
      });
      if (!kept.wasOurs) await logins.erase(told.registry);
      moves.delete(id);
    },

    forget(registry) {
      for (const [id, { told }] of moves)
        if (registry === undefined || told.registry === registry) moves.delete(id);
    },
  };
}

function entryIn(text: string, key: string, inLegacy: boolean): ConfigEntry | undefined {
  const read = inLegacy ? readLegacyConfig(text) : readConfig(text);
  if (typeof read === 'string') return undefined;
  const entries = 'credHelpers' in read ? read.entries : read;
  return entries.find((entry) => entry.key === key);
}

/** The members of the entry, of all places where it is written. */
function fieldsOf(text: string, entry: readonly Step[]) {
  if (text.trim() === '') return [];
  return entry
    .reduce(
      (nodes, step) => nodes.flatMap((node) => membersAt(node, step).map(({ value }) => value)),
      [readJson(text)],
    )
    .flatMap((node) => (node.kind === 'object' ? node.members : []));
}

const isEmptyEntry = (text: string, entry: readonly Step[]): boolean => fieldsOf(text, entry).length === 0;

function hasSecret(text: string, entry: readonly Step[]): boolean {
  return fieldsOf(text, entry).some(
    ({ key, value }) =>
      value.kind === 'text' &&
      value.value !== '' &&
      SECRET_FIELDS.some((field) => field === key.toLowerCase()),
  );
}

/** The entry's fields, put into a text that somebody has changed meanwhile. */
function restored(text: string, entry: readonly Step[], before: string): string {
  return fieldsOf(before, entry).reduce(
    (now, { key, value }) =>
      withMember(now, [...entry, { key }], JSON.parse(before.slice(value.start, value.end))),
    text,
  );
}

const isSame = (one: Credential, other: Credential): boolean =>
  one.username === other.username && one.secret.reveal() === other.secret.reveal();

const gone = (path: string) =>
  ({
    code: 'conflict',
    title: say('credentialFailures.gone'),
    detail: say('credentialFailures.gone.detail', { path }),
    remedy: say('credentialFailures.gone.remedy'),
  }) as const;

const hasAnother = (registry: string, username: string) =>
  ({
    code: 'conflict',
    title: say('credentialFailures.hasAnother', { registry }),
    detail: say('credentialFailures.hasAnother.detail', { username }),
    remedy: say('credentialFailures.hasAnother.remedy'),
  }) as const;

const notReadBack = (registry: string) =>
  ({
    code: 'keychain-unavailable',
    title: say('credentialFailures.notReadBack', { registry }),
    detail: say('credentialFailures.notReadBack.detail'),
    remedy: say('failures.again'),
  }) as const;

const noWayBack = () =>
  ({
    code: 'not-found',
    title: say('credentialFailures.noWayBack'),
    detail: say('credentialFailures.noWayBack.detail'),
    remedy: say('credentialFailures.noWayBack.remedy'),
  }) as const;
