/** Strata's own logins: in the keychain with their names in a list, or in memory; found by repository, ended, erased. */
import type { Login, LoginEnding, LoginKept } from '../../shared/contract/registry.js';
import { FailureError, messageOf, type Failure } from '../../shared/failure.js';
import { nearestPlaces, placeName } from '../../shared/login-places.js';
import { say } from '../../shared/words/index.js';
import type { Keychain } from './keychain.js';
import { endOf, hasEnded, isOver, OVER, shownEnd, type EndCause, type KeptEnd } from './login-end.js';
import type { IndexedLogin, LoginIndex } from './login-index.js';
import { isSamePlace, type LoginPlace } from './login-place.js';
import { keepNothingHere } from './nothing-kept.js';
import type { Credential } from './secret.js';

type SessionLogin = LoginPlace & { readonly credential: Credential; readonly ends: KeptEnd | null };

export type OwnLoginsParts = {
  readonly keychain: Keychain;
  readonly index: LoginIndex;
  /** Nothing may be kept beyond this session. */
  readonly isForeign: boolean;
};

/** The name under which the keychain's own tools show an entry. */
const serviceOf = (place: LoginPlace): string => `strata:${placeName(place)}`;

export function createOwnLogins({ keychain, index, isForeign }: OwnLoginsParts) {
  const session = new Map<string, SessionLogin>();
  /** One change of a place after another: two at once would erase each other's entries. */
  const turns = new Map<string, Promise<unknown>>();

  const inTurn = <Result>(place: LoginPlace, work: () => Promise<Result>): Promise<Result> => {
    const key = placeName(place);
    const turn = (turns.get(key) ?? Promise.resolve()).then(work, work);
    turns.set(key, turn);
    const settled = turn.catch(() => undefined).then(() => turns.get(key) === turn && turns.delete(key));
    return settled.then(() => turn);
  };

  const indexed = async (place: LoginPlace): Promise<readonly IndexedLogin[]> =>
    (await index.list()).filter((login) => isSamePlace(login, place));

  /** Off the list only once the keychain is known not to have it. */
  const erase = async (login: IndexedLogin): Promise<void> => {
    const service = serviceOf(login);
    await keychain.delete(service, login.username);
    // A locked keychain says that there was nothing to delete; it is believed only when it can be used.
    const state = await keychain.state();
    if (!state.available) throw new FailureError(state.failure);
    if ((await keychain.get(service, login.username)) !== null) throw new FailureError(notErased(login));
    await index.remove(login);
  };

  const keepInKeychain = async (login: IndexedLogin, { secret }: Credential): Promise<void> => {
    const service = serviceOf(login);
    const wasListed = (await indexed(login)).some(({ username }) => username === login.username);
    await keychain.set(service, login.username, secret);
    try {
      await index.add(login);
    } catch (error) {
      // An entry that no list names could never be logged out of.
      if (!wasListed) await keychain.delete(service, login.username).catch(() => undefined);
      throw error;
    }
  };

  /** What can't be erased now stays on the list behind the new login, for the log-out to try again. */
  const eraseOthers = async (place: LoginPlace, except: string | undefined): Promise<void> => {
    for (const login of await indexed(place))
      if (login.username !== except) await erase(login).catch(() => undefined);
  };

  const forgetOne = async (place: LoginPlace): Promise<Failure | undefined> => {
    session.delete(placeName(place));
    try {
      for (const login of await indexed(place)) await erase(login);
      return undefined;
    } catch (error) {
      return error instanceof FailureError ? error.failure : notErased(place, messageOf(error));
    }
  };

  /** A login that was made meanwhile in the place of one that has ended stays. */
  const eraseEnded = async (place: LoginPlace): Promise<boolean> => {
    try {
      for (const login of await indexed(place))
        if (hasEnded(login.ends, 'time', Date.now())) await erase(login);
      return true;
    } catch (error) {
      if (error instanceof FailureError) return false;
      throw error;
    }
  };

  /** The places that have a login, of which some may have ended but could not be erased yet. */
  const places = async (): Promise<readonly (LoginPlace & { readonly ends: KeptEnd | null })[]> => [
    ...session.values(),
    ...(await index.list()),
  ];

  /** The login of just this place; null where there is none, or it has ended. */
  const atPlace = async (place: LoginPlace): Promise<Credential | null> => {
    const here = session.get(placeName(place));
    if (here) return hasEnded(here.ends, 'time', Date.now()) ? null : here.credential;
    const kept = (await indexed(place)).findLast(({ ends }) => !hasEnded(ends, 'time', Date.now()));
    if (!kept) return null;
    const secret = await keychain.get(serviceOf(place), kept.username);
    if (secret) return { username: kept.username, secret };
    const state = await keychain.state();
    if (!state.available) throw new FailureError(state.failure);
    // Removed behind our back, with the keychain's own tools: then there is no login any more.
    await index.remove(kept);
    return null;
  };

  return {
    async list(): Promise<readonly Login[]> {
      const logins = new Map<string, Login>();
      for (const login of await index.list())
        logins.set(placeName(login), asLogin(login, login.username, 'keychain', login.ends));
      for (const login of session.values())
        logins.set(placeName(login), asLogin(login, login.credential.username, 'session', login.ends));
      return [...logins].sort(([one], [other]) => one.localeCompare(other)).map(([, login]) => login);
    },

    keep: (
      place: LoginPlace,
      credential: Credential,
      kept: LoginKept,
      ending: LoginEnding = 'never',
    ): Promise<Login> =>
      inTurn(place, async () => {
        const { username } = credential;
        const ends = endOf(ending, Date.now());
        checkStorable(credential);
        if (kept === 'keychain') {
          if (isForeign) throw new FailureError(keepNothingHere());
          await keepInKeychain({ ...place, username, ends }, credential);
          session.delete(placeName(place));
        } else {
          session.set(placeName(place), { ...place, credential, ends });
        }
        await eraseOthers(place, kept === 'keychain' ? username : undefined);
        return asLogin(place, username, kept, ends);
      }),

    /** Why it could not be erased, if it couldn't. */
    forget: (place: LoginPlace): Promise<Failure | undefined> => inTurn(place, () => forgetOne(place)),

    /** The nearest login for a repository; for null that of the whole registry. @throws FailureError `keychain-unavailable` */
    async find(registry: string, repository: string | null): Promise<Credential | null> {
      for (const place of distinct(nearestPlaces(await places(), registry, repository))) {
        const credential = await atPlace(place);
        if (credential) return credential;
      }
      return null;
    },

    /** Erases what this ends. What a keychain can't erase yet isn't used any more, also by a later start, and tried again. */
    async end(cause: EndCause): Promise<readonly LoginPlace[]> {
      const now = Date.now();
      const ended = [...session.values()].filter(({ ends }) => hasEnded(ends, cause, now));
      for (const login of ended) session.delete(placeName(login));
      // First of all of them: a keychain may take its time, and a screen that is locked has often locked it.
      await index.update((login) =>
        hasEnded(login.ends, cause, now) && !isOver(login.ends) ? { ...login, ends: OVER } : login,
      );
      const over = (await index.list()).filter(({ ends }) => hasEnded(ends, 'time', now));
      const erased: LoginPlace[] = [];
      for (const place of distinct([...ended, ...over]))
        if (await inTurn(place, () => eraseEnded(place))) erased.push(place);
      return erased;
    },

    stop: () => session.clear(),
  };
}

const distinct = (places: readonly LoginPlace[]): readonly LoginPlace[] => [
  ...new Map(
    places.map(({ registry, prefix }) => [placeName({ registry, prefix }), { registry, prefix }]),
  ).values(),
];

const asLogin = (
  { registry, prefix }: LoginPlace,
  username: string,
  kept: LoginKept,
  ends: KeptEnd | null,
): Login => ({
  registry,
  ...(prefix === '' ? {} : { prefix }),
  username,
  kept,
  ...(ends === null ? {} : { expires: shownEnd(ends) }),
});

/** Keychains end a text at its first NUL: what they would cut is refused. */
function checkStorable({ username, secret }: Credential): void {
  if (!username.includes('\0') && !secret.reveal().includes('\0')) return;
  throw new FailureError({
    code: 'invalid-input',
    title: say('credentialFailures.nul'),
    detail: say('credentialFailures.nul.detail'),
    remedy: say('credentialFailures.nul.remedy'),
  });
}

function notErased(place: LoginPlace, cause?: string): Failure {
  return {
    code: 'keychain-unavailable',
    title: say('credentialFailures.notErased', { place: placeName(place) }),
    detail: say('credentialFailures.notErased.detail'),
    remedy: say('credentialFailures.notErased.remedy', { service: serviceOf(place) }),
    ...(cause === undefined ? {} : { cause }),
  };
}
