/** The native dialogs in which the user chooses where an archive goes, or which one is read. */
import { dialog } from 'electron';
import { basename } from 'node:path';
import { say } from '../../shared/words/index.js';

const filters = (...extensions: string[]) => [
  { name: say('shell.file.archives'), extensions },
  { name: say('shell.file.all'), extensions: ['*'] },
];

/** Asks before a file is replaced. Null when the user doesn't want to. */
export async function chooseArchiveTarget({ name }: { readonly name: string }): Promise<string | null> {
  // It is made from an image's name: one plain component, whatever it says.
  const plain = basename(name).replace(/[\p{Cc}<>:"/\\|?*]/gu, '_') || 'images.tar';
  const { filePath, canceled } = await dialog.showSaveDialog({
    title: say('shell.file.saveArchive'),
    defaultPath: plain,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
    filters: filters('tar', 'gz', 'tgz'),
  });
  return canceled || filePath === '' ? null : filePath;
}

export async function chooseArchiveSource(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    title: say('shell.file.loadArchive'),
    properties: ['openFile'],
    filters: filters('tar', 'gz', 'tgz', 'zst', 'xz', 'bz2'),
  });
  return filePaths[0] ?? null;
}
