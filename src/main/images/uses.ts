/** Which containers were made from which image: one list for all of them. */
import type { ImageContainers } from '../../shared/contract/images.js';
import { shortId } from '../../shared/units.js';
import { say } from '../../shared/words/index.js';
import { refuse, type EngineService } from '../engine/index.js';
import { containerList } from './answers.js';
import { read } from './list.js';

/** By image id, as `imageKey` writes it. */
export type Uses = ReadonlyMap<string, ImageContainers>;

const MOST_NAMES = 20;
export const unused: ImageContainers = { count: 0, names: [] };

/** Some engines write an image's id with its algorithm, and some without. */
export const imageKey = (id: string): string => id.replace(/^sha256:/, '');

/** @throws FailureError when the engine doesn't tell */
export async function usesOf(engine: EngineService): Promise<Uses> {
  const title = say('imageFailures.containers');
  const answer: unknown = await engine.docker().listContainers({ all: true }).catch(refuse({ title }));
  const names = new Map<string, string[]>();
  for (const { Id, Names, ImageID } of read(containerList, answer, title)) {
    const key = imageKey(ImageID);
    const own = names.get(key) ?? [];
    own.push(Names[0]?.replace(/^\//, '') ?? shortId(Id));
    names.set(key, own);
  }
  return new Map(
    [...names].map(([key, all]) => [key, { count: all.length, names: all.sort().slice(0, MOST_NAMES) }]),
  );
}
