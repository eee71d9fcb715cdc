/** Where the user's project lies. */
import { dialog } from 'electron';

/** Null when the user chooses none. */
export async function chooseFolder(): Promise<string | null> {
  const answer = await dialog.showOpenDialog({
    title: 'Choose a project folder',
    properties: ['openDirectory'],
  });
  return answer.filePaths[0] ?? null;
}
