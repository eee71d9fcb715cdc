/** What is measured of a running Strata: after garbage has been collected, what is left is held by somebody. */
import { readdir, readlink } from 'node:fs/promises';
import type { RunningStrata } from '../support/strata.js';

export type Sample = {
  /** Bytes in use of main's and the page's JavaScript heaps. */
  readonly mainHeap: number;
  readonly pageHeap: number;
  /** Resident bytes of main's process: buffers and native memory among them. */
  readonly mainResident: number;
  /** Open files of main, of them sockets. */
  readonly files: number;
  readonly sockets: number;
  /** Timers, sockets, pipes… that keep main's event loop going. */
  readonly resources: number;
  /** Of the page. */
  readonly nodes: number;
  readonly listeners: number;
};

export type Gauges = { readonly read: () => Promise<Sample> };

/** Chromium tells of these by name in `Performance.getMetrics`. */
const METRICS = { pageHeap: 'JSHeapUsedSize', nodes: 'Nodes', listeners: 'JSEventListeners' } as const;

export async function openGauges({ app, page }: RunningStrata): Promise<Gauges> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable');
  await tools.send('HeapProfiler.enable');
  const pid = app.process().pid;
  return {
    async read() {
      const main = await app.evaluate(() => {
        const { setFlagsFromString } = process.getBuiltinModule('node:v8');
        const { runInNewContext } = process.getBuiltinModule('node:vm');
        setFlagsFromString('--expose-gc');
        const collect = runInNewContext('gc') as () => void;
        collect();
        collect();
        const { heapUsed, rss } = process.memoryUsage();
        return { heapUsed, rss, resources: process.getActiveResourcesInfo().length };
      });
      await tools.send('HeapProfiler.collectGarbage');
      const { metrics } = await tools.send('Performance.getMetrics');
      const metric = (name: keyof typeof METRICS): number =>
        metrics.find((each) => each.name === METRICS[name])?.value ?? NaN;
      const open = await readdir(`/proc/${pid}/fd`);
      const kinds = await Promise.all(open.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
      return {
        mainHeap: main.heapUsed,
        pageHeap: metric('pageHeap'),
        mainResident: main.rss,
        files: open.length,
        sockets: kinds.filter((kind) => kind.startsWith('socket:')).length,
        resources: main.resources,
        nodes: metric('nodes'),
        listeners: metric('listeners'),
      };
    },
  };
}
