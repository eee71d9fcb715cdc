/** The big image in the running app: what the layers process takes to read it, and how soon its files are there again. */
import { readFile, rm } from 'node:fs/promises';
import { startDisplay } from '../../tests/support/display.js';
import { startEngine } from '../../tests/support/engine.js';
import { makeFolder } from '../../tests/support/processes.js';
import { launchStrata, type RunningStrata } from '../../tests/support/strata.js';
import { FilesPanel } from '../../tests/e2e/pages/files-panel.js';
import { ImagesPage } from '../../tests/e2e/pages/images-page.js';
import { Shell } from '../../tests/e2e/pages/shell.js';
import { BIG, makeBigImage } from './big-image.js';

export type IndexedInApp = {
  /** The most that the layers process ever had resident while it read the image, in MB. */
  readonly memory: number;
  /** From asking for the image to its files on screen, in ms; another image's files were looked at in between. */
  readonly reopened: readonly number[];
  /** The same in an app that was started anew. */
  readonly restarted: number;
};

/** A text, as functions get helpers from the compiler that the page doesn't have. */
const WATCH_OPENING = `
  globalThis.bench = new Promise((resolve) => {
    let asked = 0;
    addEventListener('dblclick', () => (asked = performance.now()), { capture: true, once: true });
    const next = (now) => {
      if (asked > 0 && document.querySelector('[role=tree] [role=treeitem]')) resolve(now - asked);
      else requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  undefined;
`;

const SMALL = 'bench-small:1';
const LIMIT_MS = 300_000;

export async function indexInApp(reopenings: number): Promise<IndexedInApp> {
  const display = await startDisplay();
  const engine = await startEngine();
  const home = await makeFolder('home');
  const inApp = async <T>(use: (strata: RunningStrata) => Promise<T>): Promise<T> => {
    const strata = await launchStrata({ dockerHost: engine.host, env: display.env, home });
    try {
      return await use(strata);
    } finally {
      await strata.close();
    }
  };
  try {
    await makeBigImage(engine);
    await engine.docker(['build', '--quiet', '--tag', SMALL, '-'], {
      input: `FROM scratch\nCOPY --from=${BIG} /layer0/folder-0 /small\n`,
      env: { DOCKER_BUILDKIT: '1' },
    });
    const found = await inApp(async (strata) => {
      await read(strata, BIG);
      const memory = await mostResident(strata);
      const reopened: number[] = [];
      for (let at = 0; at < reopenings; at++) {
        await leave(strata);
        if (at === 0) await read(strata, SMALL);
        else await reopen(strata, SMALL);
        await leave(strata);
        reopened.push(await reopen(strata, BIG));
      }
      return { memory, reopened };
    });
    return { ...found, restarted: await inApp((strata) => reopen(strata, BIG)) };
  } finally {
    await rm(home, { recursive: true, force: true });
    await engine.stop();
    await display.stop();
  }
}

/** Linux alone tells it. */
async function mostResident({ app }: RunningStrata): Promise<number> {
  const pid = await app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Strata layers')?.pid,
  );
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  if (found === undefined) throw new Error('the system does not tell how much memory a process had');
  return (Number(found) * 1024) / 1_000_000;
}

const leave = ({ page }: RunningStrata): Promise<void> => new Shell(page).open('Images');

async function read({ page }: RunningStrata, image: string): Promise<void> {
  const files = new FilesPanel(page);
  await new ImagesPage(page).open(image);
  await files.read.click();
  await files.tree.getByRole('treeitem').first().waitFor({ timeout: LIMIT_MS });
}

/** Of an image whose files were read before. */
async function reopen({ page }: RunningStrata, image: string): Promise<number> {
  await page.evaluate(WATCH_OPENING);
  await new ImagesPage(page).open(image);
  return page.evaluate<number>('bench');
}
