/** Where the user's project lies. */
import { dialog } from 'electron';
import { say } from '../../shared/words/index.js';

/** Null when the user chooses none. */
export async function chooseFolder(): Promise<string | null> {
  const answer = await dialog.showOpenDialog({
    title: say('shell.file.project'),
    properties: ['openDirectory'],
  });
  return answer.filePaths[0] ?? null;
}
