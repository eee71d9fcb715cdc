/** Rounds of builds: each builder starts on an engine that has forgotten all, then builds again unchanged, then after small changes. */
import { rm } from 'node:fs/promises';
import { timed } from '../figure.js';
import { BASE, startBuilders } from './builders.js';
import { writeProject } from './project.js';

/** Milliseconds. */
export type Times = { readonly cold: number[]; readonly unchanged: number[]; readonly changed: number[] };

export type Rounds = {
  readonly ours: Times;
  readonly peer: Times;
  /** Bytes of content that Strata sent for a change of 1 KB, each time. */
  readonly bytesChanged: readonly number[];
};

export type RoundsOptions = {
  readonly files: number;
  readonly size: number;
  readonly rounds: number;
  /** How often each builds again within a round. */
  readonly repeats: number;
};

const none = (): Times => ({ cold: [], unchanged: [], changed: [] });

export async function runRounds({ files, size, rounds, repeats }: RoundsOptions): Promise<Rounds> {
  const [ours, peer] = [none(), none()];
  const bytesChanged: number[] = [];
  const project = await writeProject(BASE, files, size);
  const builders = await startBuilders();
  let sent = 0;
  const strata = async (): Promise<void> => {
    sent = (await builders.strata(project.folder)).contextBytes;
  };
  const series = async (times: Times, build: () => Promise<unknown>): Promise<void> => {
    await builders.forget();
    times.cold.push(await timed(build));
    for (let at = 0; at < repeats; at++) times.unchanged.push(await timed(build));
    for (let at = 0; at < repeats; at++) {
      await project.changeOne();
      times.changed.push(await timed(build));
      if (times === ours) bytesChanged.push(sent);
    }
  };
  try {
    for (let round = 0; round < rounds; round++) {
      const both = [() => series(ours, strata), () => series(peer, () => builders.docker(project.folder))];
      // Who goes first has the colder disk.
      for (const one of round % 2 === 0 ? both : both.reverse()) await one();
    }
  } finally {
    await builders.stop();
    await rm(project.folder, { recursive: true, force: true });
  }
  return { ours, peer, bytesChanged };
}
