/** The sample project in Strata's own folder: written once, and the user's from then on. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handler } from '../../shared/contract/define.js';
import type { sample } from '../../shared/contract/sample.js';
import { FailureError, messageOf } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { writeFileAtomic } from '../files/index.js';
import { sampleFiles } from './sample-files.js';

/** The folder's name is what the image is called, too. */
const NAME = 'strata-sample';

/** @param home Strata's own folder */
export function createSample(home: string): { readonly open: Handler<(typeof sample)['open']> } {
  return {
    async open() {
      const folder = join(home, NAME);
      try {
        for (const [name, text] of Object.entries(sampleFiles)) await writeOnce(join(folder, name), text);
      } catch (error) {
        throw new FailureError({
          code: (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk-full' : 'unexpected',
          title: say('start.sample.failed'),
          detail: say('start.sample.failed.detail', { folder }),
          remedy: say('start.sample.failed.remedy'),
          cause: messageOf(error),
        });
      }
      return { folder };
    },
  };
}

async function writeOnce(file: string, text: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) await writeFileAtomic(file, text, 0o644);
}
