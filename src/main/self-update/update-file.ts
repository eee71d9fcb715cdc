/**
 * The file in which a channel tells its newest release for one system, as electron-builder makes it and the project signs it. Its own
 * name is in what is signed (`file`): another channel's, or another system's, doesn't pass for it.
 */
import { verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { FailureError } from '../../shared/failure.js';
import type { Release, UpdateChannel } from '../../shared/contract/self-update.js';
import { say } from '../../shared/words/index.js';
import type { UpdatableForm } from './form.js';
import { parseVersion } from './version.js';

/** How a file of this channel is called for a system (electron-updater, Provider.getChannelFilePrefix). */
export function updateFileName(channel: UpdateChannel, platform: NodeJS.Platform, arch: string): string {
  const name = channel === 'stable' ? 'latest' : 'beta';
  if (platform === 'darwin') return `${name}-mac.yml`;
  if (platform === 'win32') return `${name}.yml`;
  return `${name}-linux${arch === 'x64' ? '' : `-${arch}`}.yml`;
}

/** What is installed, once it was downloaded whole. */
export type UpdatePackage = { readonly url: string; readonly sha512: string; readonly size: number };
export type VerifiedRelease = Release & { readonly package: UpdatePackage };

export const MOST_FILE_BYTES = 256 * 1024;
const MOST_PACKAGE_BYTES = 2 * 1000 ** 3;

const schema = z.object({
  file: z.string(),
  version: z.string().refine((text) => parseVersion(text) !== null),
  releaseDate: z.iso.datetime().transform((text) => Date.parse(text)),
  releaseNotes: z.string().max(20_000).nullish(),
  files: z
    .array(
      z.object({
        // One name in the feed's own folder, which is a word for every shell.
        url: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/),
        sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
        size: z.int().positive().max(MOST_PACKAGE_BYTES),
      }),
    )
    .min(1)
    .max(20),
});

export type UpdateFileParts = {
  /** Exactly as they came. */
  readonly bytes: Uint8Array;
  /** Base64, of an Ed25519 signature over `bytes`. */
  readonly signature: string;
  readonly keys: readonly KeyObject[];
  readonly name: string;
  readonly channel: UpdateChannel;
  readonly form: UpdatableForm;
  readonly arch: string;
  readonly parse: (text: string) => unknown;
};

/** Checks the signature before anything is parsed. @throws FailureError for what isn't the project's, or isn't for here */
export function readUpdateFile(parts: UpdateFileParts): VerifiedRelease {
  const { bytes, signature, keys, name, channel, form, arch, parse } = parts;
  const signed = Buffer.from(signature.trim(), 'base64');
  if (!keys.some((key) => verify(null, bytes, key, signed)))
    throw refused(say('updateFailures.signature', { file: name }));
  let file: z.output<typeof schema>;
  try {
    file = schema.parse(parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    throw refused(say('updateFailures.unreadable', { file: name }), String(error));
  }
  if (file.file !== name)
    throw refused(say('updateFailures.otherFile', { file: name, signed: file.file.slice(0, 80) }));
  if (channel === 'stable' && parseVersion(file.version)?.beta !== null)
    throw refused(say('updateFailures.beta', { version: file.version }));
  const chosen = choosePackage(file.files, form, arch);
  if (!chosen)
    throw new FailureError({
      code: 'not-found',
      title: say('updateFailures.noPackage', { version: file.version }),
      detail: say('updateFailures.noPackage.detail', {
        files: file.files.map(({ url }) => url).join(', '),
        arch,
      }),
      remedy: say('updateFailures.noPackage.remedy'),
    });
  return {
    version: file.version,
    releasedAt: file.releaseDate,
    notes: file.releaseNotes?.trim() ? file.releaseNotes.trim() : null,
    size: chosen.size,
    package: chosen,
  };
}

export function refused(detail: string, cause?: string): FailureError {
  return new FailureError({
    code: 'denied',
    title: say('updateFailures.refused'),
    detail,
    remedy: say('updateFailures.refused.remedy'),
    ...(cause === undefined ? {} : { cause: cause.slice(0, 2000) }),
  });
}

const ENDINGS: Readonly<Record<UpdatableForm, string>> = {
  mac: '.zip',
  nsis: '.exe',
  appimage: '.AppImage',
  deb: '.deb',
  rpm: '.rpm',
};
const ARCH_WORDS = [
  ['x64', /x64|amd64|x86_64/i],
  ['arm64', /arm64|aarch64/i],
] as const;

/** The one that names this processor; else one that names none, and is for all. */
function choosePackage<P extends { readonly url: string }>(
  files: readonly P[],
  form: UpdatableForm,
  arch: string,
): P | undefined {
  const fitting = files.filter(({ url }) => url.endsWith(ENDINGS[form]));
  const named = (url: string): string | undefined => ARCH_WORDS.find(([, words]) => words.test(url))?.[0];
  return (
    fitting.find(({ url }) => named(url) === arch) ?? fitting.find(({ url }) => named(url) === undefined)
  );
}
