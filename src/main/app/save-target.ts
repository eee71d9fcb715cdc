/** Where the user wants something saved. */
import { dialog } from 'electron';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { say } from '../../shared/words/index.js';

/** Asks for a file's place, or for the folder that a new one of this name goes into. Null when the user wants neither. */
export async function chooseTarget({
  name,
  isFolder,
}: {
  readonly name: string;
  readonly isFolder: boolean;
}): Promise<string | null> {
  // It comes from an archive: one plain component, whatever it says.
  const plain =
    basename(name)
      .replace(/[\p{Cc}<>:"/\\|?*]/gu, '_')
      .replace(/^\.{1,2}$/, '')
      .slice(0, 200) || 'files';
  if (!isFolder) {
    const { filePath, canceled } = await dialog.showSaveDialog({
      title: say('shell.file.save'),
      defaultPath: plain,
    });
    return canceled || filePath === '' ? null : filePath;
  }
  const { filePaths } = await dialog.showOpenDialog({
    title: say('shell.file.folder', { name: plain }),
    properties: ['openDirectory', 'createDirectory'],
  });
  const parent = filePaths[0];
  return parent === undefined ? null : freePlace(parent, plain);
}

function freePlace(parent: string, name: string): string {
  for (let number = 1; ; number++) {
    const place = join(parent, number === 1 ? name : `${name} (${number})`);
    if (!existsSync(place)) return place;
  }
}
