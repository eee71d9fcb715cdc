/** The native dialog in which the user chooses where a picture goes. */
import { dialog } from 'electron';
import type { PictureForm } from '../../shared/contract/pictures.js';
import { say } from '../../shared/words/index.js';

/** Asks before a file is replaced. Null when the user doesn't want to. `name` is one plain component. */
export async function choosePictureTarget({
  name,
  form,
}: {
  readonly name: string;
  readonly form: PictureForm;
}): Promise<string | null> {
  const { filePath, canceled } = await dialog.showSaveDialog({
    title: say('pictures.save'),
    defaultPath: name,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
    filters: [
      { name: say(`pictures.form.${form}`), extensions: [form] },
      { name: say('pictures.form.any'), extensions: ['*'] },
    ],
  });
  return canceled || filePath === '' ? null : filePath;
}
