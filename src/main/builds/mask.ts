/** Takes the values of a build's secrets out of all that it says, before anything is cut, kept or shown. */
import { looksSecret } from '../../shared/build-privacy.js';
import type { BuildOptions } from '../../shared/contract/build-options.js';
import type { Failure } from '../../shared/failure.js';
import { Secret, maskFor } from '../credentials/index.js';
import { noMask, type TextMask } from './progress/text-mask.js';
import type { BuildSecrets } from './secrets.js';

export type BuildMask = TextMask & {
  readonly failure: (failure: Failure) => Failure;
};

/** Shorter ones would take half of the output with them, and are no secrets worth the name. In characters. */
const SHORTEST = 4;
/** The longest form of a value, in base64 or percent-encoded, is at most so many times as long. */
const GROWTH = 9;
const COLOURS = /\u001b\[[0-9;:]*m/g;

/** What is masked: every secret, each of its lines, and arguments whose names say that they are secrets; in the forms that they take in texts. */
export function createBuildMask(secrets: BuildSecrets, { arguments: pairs }: BuildOptions): BuildMask {
  const values = [
    ...[...secrets.values()].map((secret) => Buffer.from(secret.reveal(), 'latin1').toString('utf8')),
    ...pairs.filter(({ name }) => looksSecret(name)).map(({ value }) => value),
  ];
  const parts = new Set(
    values.flatMap((value) => [value, value.trim(), ...value.split(/\r?\n/).map((line) => line.trim())]),
  );
  const worth = [...parts].filter((part) => part.length >= SHORTEST);
  if (worth.length === 0) return { ...noMask, failure: (failure) => failure };
  const mask = maskFor(worth.map((part) => new Secret(part)));
  const text = (said: string): string => {
    const masked = mask(said);
    const plain = masked.replace(COLOURS, '');
    // One with colours inside it: the line goes without them.
    const plainMasked = mask(plain);
    return plainMasked === plain ? masked : plainMasked;
  };
  return {
    text,
    longest: GROWTH * Math.max(...worth.map(({ length }) => length)),
    failure: (failure) => ({
      ...failure,
      title: text(failure.title),
      detail: text(failure.detail),
      ...(failure.cause === undefined ? {} : { cause: text(failure.cause) }),
    }),
  };
}
