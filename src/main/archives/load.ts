/** Loading: an archive's images come to the engine, with names that may move. */
import type { JobRun } from '../../shared/contract/define.js';
import type { ArchiveContents, ArchiveProgress, LoadedArchive } from '../../shared/contract/archives.js';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import type { EngineService } from '../engine/index.js';
import { readContents } from './contents.js';
import { endedBy } from './ended.js';
import { layoutFolder } from './layout.js';
import { namesNow } from './names.js';
import { send } from './send.js';

type Engine = Pick<EngineService, 'docker'>;
type Run = Pick<JobRun<ArchiveProgress>, 'report' | 'signal'>;

/** What `file` holds, and what its names stand for now. @throws FailureError `invalid-input`, `not-found`, `denied`… */
export async function contents(
  engine: Engine,
  { file }: { readonly file: string },
): Promise<ArchiveContents> {
  const title = say('archiveFailures.read', { file });
  const folder = await layoutFolder(file);
  if (folder !== null) return { file: folder, bytes: 0, kind: 'layout', names: [], unnamed: 0 };
  const { names, ...found } = await readContents(file, title);
  const now = names.length > 0 ? await namesNow(engine.docker(), title) : new Map<string, string>();
  return { file, ...found, names: names.map((name) => ({ ...name, now: now.get(name.reference) ?? null })) };
}

/** @throws FailureError `invalid-input` before anything is sent; `engine-refused`, `disk-full`, `interrupted`, `cancelled`… */
export async function load(
  engine: Engine,
  { file }: { readonly file: string },
  run: Run,
): Promise<LoadedArchive> {
  const title = say('archiveFailures.load', { file });
  try {
    const { kind, bytes } = await readContents(file, title);
    if (kind === 'filesystem') throw noImages(title);
    const docker = engine.docker();
    const before = await namesNow(docker, title);
    const told = await send(
      { file, bytes, post: (body, abortSignal) => docker.loadImage(body, { quiet: '1', abortSignal }) },
      run,
    );
    if (told.references.length === 0 && told.ids.length === 0) throw noneCame(title, told.words);
    const after = await namesNow(docker, title);
    const names = told.references.toSorted().map((reference) => {
      const image = after.get(reference) ?? '';
      const former = before.get(reference) ?? null;
      return { reference, image, before: former === image ? null : former };
    });
    return { names, unnamed: told.ids, words: told.words };
  } catch (error) {
    throw endedBy(error, title, run.signal);
  }
}

const noImages = (title: string): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title,
    detail: say('archiveFailures.noImages'),
    remedy: say('archiveFailures.noImages.remedy'),
  });

const noneCame = (title: string, words: readonly string[]): FailureError =>
  new FailureError({
    code: 'engine-refused',
    title,
    detail: say('archiveFailures.noneCame'),
    remedy: say('archiveFailures.noneCame.remedy'),
    ...(words.length === 0 ? {} : { cause: words.join('\n') }),
  });
