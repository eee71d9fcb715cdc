/** Pictures that the page has drawn: each written where the user chose, once, or put on the clipboard. */
import { open, rename } from 'node:fs/promises';
import type { Handlers } from '../../shared/contract/define.js';
import type { StrataContract } from '../../shared/contract/index.js';
import type { PictureForm } from '../../shared/contract/pictures.js';
import { FailureError } from '../../shared/failure.js';
import { say } from '../../shared/words/index.js';
import { fileFailure, type Drafts } from '../files/index.js';
import { fileNameOf } from './file-name.js';
import { isPicture } from './png.js';

export type PicturesParts = {
  readonly drafts: Drafts;
  /** Asks the user for a file to write, or one to be replaced; `name` is what is proposed. Null when they want neither. */
  readonly chooseTarget: (what: {
    readonly name: string;
    readonly form: PictureForm;
  }) => Promise<string | null>;
  /** Puts a PNG of bounded size on the clipboard. False when it can't be decoded. */
  readonly putOnClipboard: (png: Uint8Array) => Promise<boolean>;
};

/** The contract's answers about pictures. */
export function createPictures({
  drafts,
  chooseTarget,
  putOnClipboard,
}: PicturesParts): Handlers<StrataContract>['pictures'] {
  return {
    async save({ form, name, content }) {
      if (typeof content !== 'string') assertPicture(content);
      const file = await chooseTarget({ name: fileNameOf(name, form), form });
      if (file === null) return null;
      try {
        await drafts.beside(file, async (draft) => {
          await writeWhole(draft, content);
          await rename(draft, file);
        });
      } catch (error) {
        const failure = fileFailure(error, say('pictures.unsaved', { file }));
        throw failure ? new FailureError(failure) : error;
      }
      return { file };
    },
    async copy({ png }) {
      assertPicture(png);
      if (!(await putOnClipboard(png))) throw refused();
    },
  };
}

/** Every byte is on the disk before it gets its name. Names of images are in it: only this user may read it. */
async function writeWhole(draft: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function assertPicture(png: Uint8Array): void {
  if (!isPicture(png)) throw refused();
}

const refused = (): FailureError =>
  new FailureError({
    code: 'invalid-input',
    title: say('pictures.refused'),
    detail: say('pictures.refused.detail'),
  });
