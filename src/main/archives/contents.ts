/** What a file is before it is sent anywhere: images with their names, a root filesystem, or no archive at all. */
import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import type { ArchiveContents } from '../../shared/contract/archives.js';
import { FailureError, messageOf } from '../../shared/failure.js';
import { familiarName, tryReference, withDefaultTag } from '../../shared/reference.js';
import { say } from '../../shared/words/index.js';
import { openDocuments, type TarDocuments } from './documents.js';
import { fileFailure } from '../files/index.js';

export type FileContents = {
  readonly bytes: number;
  readonly kind: ArchiveContents['kind'];
  /** `image`: null where only loading tells. */
  readonly names: readonly { readonly reference: string; readonly image: string | null }[];
  readonly unnamed: number;
};

/** gzip, Zstandard, xz, bzip2: what moby's pkg/archive unpacks by itself. */
const COMPRESSED = ['1f8b', '28b52ffd', 'fd377a585a00', '425a68'].map((magic) => Buffer.from(magic, 'hex'));
const MOST_NAMES = 1000;

const word = z.string().max(4096);
const manifests = z
  .array(
    z.object({
      Config: word,
      RepoTags: z
        .array(word)
        .nullish()
        .transform((tags) => tags ?? []),
    }),
  )
  .max(MOST_NAMES);
const index = z.object({
  manifests: z.array(z.object({ annotations: z.record(z.string(), z.string()).nullish() })).max(MOST_NAMES),
});

/** @throws FailureError `invalid-input` when it is no archive, `not-found`, `denied` */
export async function readContents(file: string, title: string): Promise<FileContents> {
  try {
    const { size, isFile } = await facts(file);
    if (!isFile) throw noArchive(title, say('archiveFailures.noFile'));
    const handle = await open(file, 'r');
    try {
      return { bytes: size, ...(await look(handle, size, title)) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const failure = fileFailure(error, title);
    throw failure ? new FailureError(failure) : error;
  }
}

// Asked before it is opened: opening a pipe waits for somebody who writes.
async function facts(file: string): Promise<{ readonly size: number; readonly isFile: boolean }> {
  const found = await stat(file);
  return { size: found.size, isFile: found.isFile() };
}

async function look(handle: FileHandle, size: number, title: string): Promise<Omit<FileContents, 'bytes'>> {
  const start = Buffer.alloc(8);
  await handle.read(start, 0, start.length, 0);
  if (COMPRESSED.some((magic) => start.subarray(0, magic.length).equals(magic)))
    return { kind: 'compressed', names: [], unnamed: 0 };
  let documents: TarDocuments;
  try {
    documents = await openDocuments(handle, size);
  } catch (error) {
    throw noArchive(title, say('archiveFailures.noTar'), messageOf(error));
  }
  if (documents.has('manifest.json')) return { kind: 'images', ...(await ofDocker(documents, title)) };
  if (documents.has('index.json')) return { kind: 'images', ...(await ofOci(documents, title)) };
  if (documents.has('repositories')) return { kind: 'images', names: [], unnamed: 0 };
  return { kind: 'filesystem', names: [], unnamed: 0 };
}

async function ofDocker(
  documents: TarDocuments,
  title: string,
): Promise<Pick<FileContents, 'names' | 'unnamed'>> {
  const names = new Map<string, string | null>();
  let unnamed = 0;
  for (const { Config, RepoTags } of parse(manifests, await documents.read('manifest.json'), title)) {
    const config = await documents.read(Config);
    const image = config && `sha256:${createHash('sha256').update(config).digest('hex')}`;
    const known = RepoTags.flatMap(plain);
    if (known.length === 0) unnamed++;
    for (const reference of known) if (names.size < MOST_NAMES) names.set(reference, image);
  }
  return { names: sorted(names), unnamed };
}

/** An OCI layout without docker's manifest: its names stand in annotations, as containerd and buildx write them. */
async function ofOci(
  documents: TarDocuments,
  title: string,
): Promise<Pick<FileContents, 'names' | 'unnamed'>> {
  const names = new Map<string, string | null>();
  let unnamed = 0;
  for (const { annotations } of parse(index, await documents.read('index.json'), title).manifests) {
    const known = plain(annotations?.['io.containerd.image.name'] ?? '');
    if (known.length === 0) unnamed++;
    for (const reference of known) names.set(reference, null);
  }
  return { names: sorted(names), unnamed };
}

const sorted = (names: ReadonlyMap<string, string | null>): FileContents['names'] =>
  [...names]
    .map(([reference, image]) => ({ reference, image }))
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));

/** As people write it; nothing for what is no name. */
function plain(text: string): readonly string[] {
  const parsed = tryReference(text);
  return parsed.ok ? [familiarName(withDefaultTag(parsed.value))] : [];
}

function parse<S extends z.ZodType>(schema: S, bytes: Buffer | null, title: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(bytes?.toString('utf8') ?? 'null'));
  } catch (error) {
    throw noArchive(title, say('archiveFailures.noList'), messageOf(error));
  }
}

const noArchive = (title: string, detail: string, cause?: string): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title,
    detail,
    remedy: say('archiveFailures.noArchive.remedy'),
    ...(cause === undefined ? {} : { cause }),
  });
