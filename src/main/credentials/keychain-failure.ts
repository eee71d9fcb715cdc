/** What a keychain's failures mean, in words for each system. The one place that reads keytar's and libsecret's messages. */
import type { Failure } from '../../shared/failure.js';

export type KeychainTrouble =
  'no-bus' | 'no-service' | 'locked' | 'denied' | 'hangs' | 'ended' | 'too-long' | 'not-loaded' | 'other';

/** Seen with keytar 7.10.6, libsecret 0.20.5, gnome-keyring 42.1 and dbus 1.14; macOS's and Windows's by their documentation. */
const TEXTS: readonly (readonly [RegExp, KeychainTrouble])[] = [
  [
    /unknown or unsupported transport|cannot autolaunch D-Bus|cannot spawn a message bus|could not connect: |error while connecting/i,
    'no-bus',
  ],
  [/org\.freedesktop\.secrets was not provided|ServiceUnknown|no such secret collection/i, 'no-service'],
  [
    /locked collection|is locked|prompt dismissed|interaction is not allowed|not available without user/i,
    'locked',
  ],
  [
    /access denied|AccessDenied|user canceled|authentication failed|auth(orization)? (was )?denied/i,
    'denied',
  ],
  [/stub received bad data|data is too (large|long)/i, 'too-long'],
  [
    /message recipient disconnected|connection is closed|underlying connection|NoReply|timeout was reached/i,
    'ended',
  ],
];

/**
 * Whether the words speak of a service that has ended, by the number that it had on the bus, `:1.1`, or by the session that it had
 * made: libsecret keeps to the one that it knew first, and doesn't see that another has taken its place.
 */
export const isFormerService = (words: string): boolean =>
  /The name :[\d.]+ was not provided|session wrapping the secret does not exist/i.test(words);

/** Reads what keytar said; `stage` is whether it could be loaded at all. */
export function troubleOf(stage: 'load' | 'call', message: string): KeychainTrouble {
  if (stage === 'load') return 'not-loaded';
  return TEXTS.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
}

type Words = { readonly detail: string; readonly remedy: string };

const OTHERWISE = 'or choose “Only until Strata quits”.';

/** A `keychain-unavailable` failure. `cause` is the system's own message. */
export function keychainFailure(
  trouble: KeychainTrouble,
  platform: NodeJS.Platform,
  cause?: string,
): Failure {
  const { name, locked } = systems[platform] ?? linux;
  const { detail, remedy } = words(trouble, name, locked, platform);
  return {
    code: 'keychain-unavailable',
    title: `${name} can’t be used`,
    detail,
    remedy: `${remedy}, ${OTHERWISE}`,
    ...(cause === undefined || cause === '' ? {} : { cause: cause.slice(0, 2000) }),
  };
}

const linux = {
  name: 'The system keyring',
  locked: 'Unlock it with your keyring’s own program (such as Passwords and Keys) and try again',
};
const systems: Partial<Record<NodeJS.Platform, typeof linux>> = {
  darwin: { name: 'The macOS Keychain', locked: 'Unlock “login” in Keychain Access and try again' },
  win32: { name: 'Windows Credential Manager', locked: 'Sign in to Windows again and try again' },
};

function words(trouble: KeychainTrouble, name: string, locked: string, platform: NodeJS.Platform): Words {
  switch (trouble) {
    case 'no-bus':
      return {
        detail: 'There is no D-Bus session, through which programs reach the keyring.',
        remedy: 'Start Strata from a desktop session',
      };
    case 'no-service':
      return {
        detail: 'No keyring is running: nothing answers as the Secret Service.',
        remedy: 'Install and start GNOME Keyring or KWallet',
      };
    case 'locked':
      return { detail: 'It is locked.', remedy: locked };
    case 'denied':
      return { detail: 'Strata was not allowed to use it.', remedy: 'Try again and allow it' };
    case 'hangs':
      return {
        detail: 'It did not answer in time. It may be waiting to be unlocked.',
        remedy: locked,
      };
    case 'ended':
      return { detail: 'It stopped before it answered.', remedy: 'Try again' };
    case 'too-long':
      return { detail: 'The password or token is too long for it.', remedy: 'Use a shorter token' };
    case 'not-loaded':
      return {
        detail: `The part of Strata that speaks with ${name.replace(/^The/, 'the')} could not be loaded.`,
        remedy: platform === 'linux' ? 'Install libsecret (package libsecret-1-0)' : 'Install Strata again',
      };
    case 'other':
      return { detail: 'It refused, for the reason given below.', remedy: 'Try again' };
  }
}
