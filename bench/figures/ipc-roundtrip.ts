/** A call of the contract, checked and answered, and Electron's own invoke with the same words in the same window. */
import { fileURLToPath } from 'node:url';
import { startDisplay } from '../../tests/support/display.js';
import { launchStrata } from '../../tests/support/strata.js';
import { compared, type Figure } from '../figure.js';
import { scriptEngine } from '../images/many-images.js';

const ROUNDS = 15;
const CALLS = 1_000;
const PAYLOAD = JSON.stringify({
  window: 1,
  files: ['Dockerfile of /home/ada/web', '.dockerignore of /home/ada/web'],
});
const PRELOAD = fileURLToPath(new URL('../start/bare-ipc.cjs', import.meta.url));

const OURS = `(async () => {
  const payload = ${PAYLOAD};
  const started = performance.now();
  for (let at = 0; at < ${CALLS}; at++) {
    const answer = await strata.invoke('app.unsaved', payload);
    if (!answer.ok) throw new Error(answer.failure.title);
  }
  return performance.now() - started;
})()`;
const BARE = `bare.calls(${CALLS}, ${PAYLOAD})`;

export const figure: Figure = {
  name: 'ipc-roundtrip',
  async measure() {
    const display = await startDisplay();
    const engine = await scriptEngine(12);
    const strata = await launchStrata({ dockerHost: engine.host, env: display.env });
    const { app, page } = strata;
    try {
      await app.evaluate(({ ipcMain, session }, filePath) => {
        const own = session.defaultSession;
        // Since Electron 35; before, it had another name.
        if ('registerPreloadScript' in own) own.registerPreloadScript({ type: 'frame', filePath });
        else (own as unknown as { setPreloads: (files: readonly string[]) => void }).setPreloads([filePath]);
        ipcMain.handle('bench:bare', () => ({ ok: true, value: undefined }));
      }, PRELOAD);
      await page.reload();
      await page.getByRole('row', { name: 'team-0/' }).first().waitFor();
      const times: Record<string, number[]> = { [OURS]: [], [BARE]: [] };
      for (let round = 0; round <= ROUNDS; round++)
        for (const way of round % 2 === 0 ? [OURS, BARE] : [BARE, OURS]) {
          const taken = await page.evaluate<number>(way);
          // The first ones are compiled while they run.
          if (round > 0) times[way]?.push(taken);
        }
      const note = `${CALLS} calls, one after the other`;
      return [compared('ipc-roundtrip', 1.5, times[OURS] ?? [], times[BARE] ?? [], note)];
    } finally {
      await page.evaluate(`strata.invoke('app.unsaved', { window: 1, files: [] })`);
      await strata.close();
      await engine.stop();
      await display.stop();
    }
  },
};
