/** Saving: the engine's archive of images, written to a file that is there whole or not at all. */
import type Docker from 'dockerode';
import { createWriteStream } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import type { JobRun } from '../../shared/contract/define.js';
import type { ArchiveProgress, SavedArchive } from '../../shared/contract/archives.js';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineService } from '../engine/index.js';
import type { Drafts } from '../files/index.js';
import { endedBy } from './ended.js';
import { createTarEnd, type TarEnd } from './tar-end.js';

type Engine = Pick<EngineService, 'docker'>;
type Run = Pick<JobRun<ArchiveProgress>, 'report' | 'signal'>;

const inspected = z.object({ Size: z.number().nonnegative().catch(0) });
const isCompressed = (file: string): boolean => /\.(gz|tgz)$/i.test(file);

/**
 * Writes to a file beside the target first and renames it once every byte is on the disk, so that whatever happens the
 * former file stays as it was. Only this user may read the result, as with `docker save --output`: images may hold secrets.
 * @throws FailureError `not-found`, `disk-full`, `denied`, `interrupted`, `cancelled`…
 */
export async function save(
  { engine, drafts }: { readonly engine: Engine; readonly drafts: Drafts },
  { images, file }: { readonly images: readonly string[]; readonly file: string },
  { report, signal }: Run,
): Promise<SavedArchive> {
  const title =
    images.length === 1
      ? say('archiveFailures.saveOne', { image: images.join('') })
      : say('archiveFailures.saveMany', { count: images.length });
  const docker = engine.docker();
  const end = createTarEnd();
  try {
    const total = await sizeOf(docker, images);
    signal.throwIfAborted();
    report({ phase: 'preparing', bytes: 0, total });
    const answer = await ask(docker, images, signal);
    const count = counted(end, (bytes) => report({ phase: 'moving', bytes, total: Math.max(total, bytes) }));
    // One that changes nothing stands where none is wanted: a pipeline's length is part of its type.
    const compress = isCompressed(file) ? createGzip() : new PassThrough();
    return await drafts.beside(file, async (draft) => {
      const sink = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(answer, count, compress, sink, { signal });
      if (!end.isWhole()) throw cut(title, end);
      report({ phase: 'finishing', bytes: end.bytes(), total: end.bytes() });
      const { size } = await stat(draft);
      signal.throwIfAborted();
      await rename(draft, file);
      return { file, bytes: size, images };
    });
  } catch (error) {
    throw endedBy(error, title, signal);
  }
}

/** Bytes of all layers: an upper bound where images share some. @throws FailureError `not-found` */
async function sizeOf(docker: Docker, images: readonly string[]): Promise<number> {
  let total = 0;
  for (const image of images) {
    const words = {
      title: say('archiveFailures.cantSave', { image }),
      absent: say('archiveFailures.noImage', { image }),
    };
    total += inspected.parse(await docker.getImage(image).inspect().catch(refuse(words))).Size;
  }
  return total;
}

/** One archive of all: what they share is in it once. */
function ask(docker: Docker, names: readonly string[], signal: AbortSignal): Promise<Readable> {
  return new Promise((resolve, reject) => {
    docker.modem.dial(
      {
        path: '/images/get?',
        method: 'GET',
        options: { names },
        isStream: true,
        statusCodes: { 200: true },
        abortSignal: signal,
      },
      (error, answer: unknown) => {
        if (error) reject(error instanceof Error ? error : new Error(String(error)));
        else if (answer instanceof Readable) resolve(answer);
        else reject(new Error('the engine answered without a stream'));
      },
    );
  });
}

function counted(end: TarEnd, onBytes: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      end.push(chunk);
      onBytes(end.bytes());
      callback(null, chunk);
    },
  });
}

const cut = (title: string, end: TarEnd): FailureError =>
  new FailureError({
    code: 'interrupted',
    title,
    detail: say('archiveFailures.cut'),
    remedy: say('archiveFailures.cut.remedy'),
    ...(end.tail() === '' ? {} : { cause: end.tail() }),
  });
