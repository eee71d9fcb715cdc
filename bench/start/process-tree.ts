/** What a process and all that it has started take, as Linux tells it. */
import { readdir, readFile } from 'node:fs/promises';

/** The process and all below it. One that ends meanwhile is left out. */
async function family(pid: number): Promise<readonly number[]> {
  const numbers = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const parents = new Map<number, number>();
  for (const one of numbers) {
    const fields = await statOf(one);
    if (fields !== null) parents.set(one, Number(fields[PARENT]));
  }
  const isBelow = (one: number): boolean =>
    one === pid || (parents.has(one) && isBelow(parents.get(one) ?? 0));
  return [...parents.keys()].filter(isBelow);
}

/** Where things stand after the name of the program, which may hold blanks (proc_pid_stat(5)). */
const PARENT = 1;
const [USER_TIME, SYSTEM_TIME] = [11, 12];

async function statOf(pid: number): Promise<readonly string[] | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? null;
}

/** The memory of all of them in MB: pages that several share count once (Pss). And how many they are. */
export async function memoryOf(
  pid: number,
): Promise<{ readonly megabytes: number; readonly processes: number }> {
  const all = await family(pid);
  let kilobytes = 0;
  for (const one of all) {
    const rollup = await readFile(`/proc/${one}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
  }
  return { megabytes: (kilobytes * 1024) / 1e6, processes: all.length };
}

/** What they have worked since they began, in ms of one core. Linux counts it in hundredths of a second. */
export async function workOf(pid: number): Promise<number> {
  let ticks = 0;
  for (const one of await family(pid)) {
    const fields = await statOf(one);
    ticks += Number(fields?.[USER_TIME] ?? 0) + Number(fields?.[SYSTEM_TIME] ?? 0);
  }
  return ticks * 10;
}
