/** Archives: images saved to files and loaded from them, and root filesystems imported. */
import { basename } from 'node:path';
import type { Handlers } from '../../shared/contract/define.js';
import type { StrataContract } from '../../shared/contract/index.js';
import { say } from '../../shared/words/index.js';
import type { EngineService } from '../engine/index.js';
import type { Drafts } from '../files/index.js';
import { importFilesystem } from './import.js';
import { contents, load } from './load.js';
import { save } from './save.js';

export type ArchivesParts = {
  readonly engine: EngineService;
  readonly drafts: Drafts;
  /** Asks the user for a file to write, or one to be replaced. */
  readonly chooseTarget: (what: { readonly name: string }) => Promise<string | null>;
  /** Asks the user for a file to read. */
  readonly chooseSource: () => Promise<string | null>;
};

/** The contract's answers about archives. */
export function createArchives({
  engine,
  drafts,
  chooseTarget,
  chooseSource,
}: ArchivesParts): Handlers<StrataContract>['archives'] {
  const granted = new Set<string>();
  return {
    async chooseTarget(input) {
      const target = await chooseTarget(input);
      if (target !== null) granted.add(target);
      return target;
    },
    chooseSource,
    contents: (input) => contents(engine, input),
    save: {
      title: ({ images, file }) =>
        images.length === 1
          ? say('jobTitles.saveOne', { image: images.join(''), file: basename(file) })
          : say('jobTitles.saveMany', { count: images.length, file: basename(file) }),
      run(input, run) {
        // Once: what the user chose is no leave to write there again.
        if (!granted.delete(input.file)) throw new Error('the user did not choose this place');
        return save({ engine, drafts }, input, run);
      },
    },
    load: {
      title: ({ file }) => say('jobTitles.load', { file: basename(file) }),
      run: (input, run) => load(engine, input, run),
    },
    import: {
      title: ({ file, reference }) => say('jobTitles.import', { file: basename(file), reference }),
      run: (input, run) => importFilesystem(engine, input, run),
    },
  };
}
