/** The native dialogs in which the user chooses where an archive goes, or which one is read. */
import { dialog } from 'electron';
import { basename } from 'node:path';

const ALL = { name: 'All files', extensions: ['*'] };

/** Asks before a file is replaced. Null when the user doesn't want to. */
export async function chooseArchiveTarget({ name }: { readonly name: string }): Promise<string | null> {
  // It is made from an image's name: one plain component, whatever it says.
  const plain = basename(name).replace(/[\p{Cc}<>:"/\\|?*]/gu, '_') || 'images.tar';
  const { filePath, canceled } = await dialog.showSaveDialog({
    title: 'Save archive',
    defaultPath: plain,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
    filters: [{ name: 'Archives', extensions: ['tar', 'gz', 'tgz'] }, ALL],
  });
  return canceled || filePath === '' ? null : filePath;
}

export async function chooseArchiveSource(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    title: 'Load archive',
    properties: ['openFile'],
    filters: [{ name: 'Archives', extensions: ['tar', 'gz', 'tgz', 'zst', 'xz', 'bz2'] }, ALL],
  });
  return filePaths[0] ?? null;
}
