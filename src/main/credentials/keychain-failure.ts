/** What a keychain's failures mean, for each system. The one place that reads keytar's and libsecret's messages. */
import type { Failure } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';

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

/** A `keychain-unavailable` failure. `cause` is the system's own message. */
export function keychainFailure(
  trouble: KeychainTrouble,
  platform: NodeJS.Platform,
  cause?: string,
): Failure {
  const system = platform === 'darwin' || platform === 'win32' ? platform : 'linux';
  return {
    code: 'keychain-unavailable',
    title: say(`credentialFailures.keychain.title.${system}`),
    detail:
      trouble === 'not-loaded'
        ? say(`credentialFailures.keychain.not-loaded.${system}`)
        : say(`credentialFailures.keychain.${trouble}`),
    remedy: remedyOf(trouble, platform, system),
    ...(cause === undefined || cause === '' ? {} : { cause: cause.slice(0, 2000) }),
  };
}

function remedyOf(
  trouble: KeychainTrouble,
  platform: NodeJS.Platform,
  system: 'linux' | 'darwin' | 'win32',
): string {
  switch (trouble) {
    case 'locked':
    case 'hangs':
      return say(`credentialFailures.keychain.unlock.${system}`);
    case 'ended':
    case 'other':
      return say('credentialFailures.keychain.again');
    case 'not-loaded':
      return say(
        platform === 'linux'
          ? 'credentialFailures.keychain.installLibrary'
          : 'credentialFailures.keychain.installStrata',
      );
    default:
      return say(`credentialFailures.keychain.remedy.${trouble}`);
  }
}
