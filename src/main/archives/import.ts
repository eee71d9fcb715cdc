/** Importing: a root filesystem becomes an image of one layer, with settings from lines of a Dockerfile. */
import type { JobRun } from '../../shared/contract/define.js';
import type { ArchiveProgress, LoadedArchive } from '../../shared/contract/archives.js';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import type { EngineService } from '../engine/index.js';
import { claimName } from '../images/index.js';
import { readContents } from './contents.js';
import { endedBy } from './ended.js';
import { namesNow } from './names.js';
import { send } from './send.js';

export type ImportInput = {
  readonly file: string;
  readonly reference: string;
  readonly changes: readonly string[];
  readonly move: boolean;
};

/** @throws FailureError `conflict` when the name is another image's and `move` isn't set; else as `load` */
export async function importFilesystem(
  engine: EngineService,
  { file, reference, changes, move }: ImportInput,
  run: Pick<JobRun<ArchiveProgress>, 'report' | 'signal'>,
): Promise<LoadedArchive> {
  const title = say('archiveFailures.import', { file });
  try {
    const { kind, bytes } = await readContents(file, title);
    if (kind === 'images') throw holdsImages(title);
    const { name, repository, tag } = await claimName(engine, { reference, move });
    const docker = engine.docker();
    const before = (await namesNow(docker, title)).get(name) ?? null;
    const told = await send(
      {
        file,
        bytes,
        post: (body, abortSignal) =>
          docker.importImage(body, { repo: repository, tag, changes: [...changes], abortSignal }),
      },
      run,
    );
    const image = told.ids.at(-1) ?? (await namesNow(docker, title)).get(name);
    if (image === undefined) throw new Error('the engine did not say what it made');
    return {
      names: [{ reference: name, image, before: before === image ? null : before }],
      unnamed: [],
      words: told.words,
    };
  } catch (error) {
    throw endedBy(error, title, run.signal);
  }
}

const holdsImages = (title: string): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title,
    detail: say('archiveFailures.holdsImages'),
    remedy: say('archiveFailures.holdsImages.remedy'),
  });
