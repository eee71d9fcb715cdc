/** A build in the running app: how much memory main takes for it, and how long its window ever goes without a frame. */
import { startDisplay } from '../../tests/support/display.js';
import { startEngine } from '../../tests/support/engine.js';
import { launchStrata } from '../../tests/support/strata.js';
import { BuildPage } from '../../tests/e2e/pages/build-page.js';
import { Shell } from '../../tests/e2e/pages/shell.js';
import { BASE, importBase } from './builders.js';
import { writeProject } from './project.js';

export type InApp = {
  /** Of main, resident, in MB. */
  readonly memory: number;
  /** The longest time between two frames, in ms. */
  readonly frame: number;
};

type Recorder = { memory: number };
type Frames = { longest: number };

/** A text, as functions get helpers from the compiler that the page doesn't have. */
const WATCH_FRAMES = `
  globalThis.bench = { longest: 0 };
  let last = performance.now();
  const next = (now) => {
    bench.longest = Math.max(bench.longest, now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
`;

const LIMIT_MS = 300_000;

export async function buildInApp(files: number, size: number): Promise<InApp> {
  const { folder } = await writeProject(BASE, files, size);
  const display = await startDisplay();
  const engine = await startEngine();
  await importBase(engine);
  const strata = await launchStrata({ dockerHost: engine.host, env: display.env });
  try {
    await new Shell(strata.page).open('Build');
    const page = new BuildPage(strata.page);
    await page.openFolder(folder);
    await page.imageName.fill('bench-app:1');
    await strata.app.evaluate(() => {
      const record: Recorder = { memory: 0 };
      (globalThis as unknown as { bench: Recorder }).bench = record;
      setInterval(() => (record.memory = Math.max(record.memory, process.memoryUsage().rss)), 50);
    });
    await strata.page.evaluate(WATCH_FRAMES);
    await page.build.click();
    await strata.page.getByRole('button', { name: 'Open image' }).waitFor({ timeout: LIMIT_MS });
    const frame = await strata.page.evaluate(
      () => (globalThis as unknown as { bench: Frames }).bench.longest,
    );
    const memory = await strata.app.evaluate(
      () => (globalThis as unknown as { bench: Recorder }).bench.memory,
    );
    return { memory: memory / 1_000_000, frame };
  } finally {
    await strata.close();
    await engine.stop();
    await display.stop();
  }
}
