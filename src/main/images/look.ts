/** Single images looked at anew, where the whole list takes long. */
import type { EngineService } from '../engine/index.js';
import type { KnownImages } from './known-images.js';
import { askImage, nothingThere } from './list.js';
import { toListed } from './summary.js';

/**
 * Puts what the engine says now of these images, and of those that lost a name to them, into `known`.
 * @param images ids, or references where an event names only that
 * @returns the ids that were looked at
 * @throws FailureError when the engine fails otherwise than by having no such image
 */
export async function lookAt(
  engine: EngineService,
  known: KnownImages,
  images: readonly string[],
): Promise<readonly string[]> {
  const given = new Set<string>();
  const rows = await Promise.all(images.map((image) => look(image)));
  const lost = known
    .holders(rows.flatMap((row) => row?.references ?? []))
    .filter((id) => !rows.some((row) => row?.id === id));
  const losers = await Promise.all(lost.map((id) => look(id)));
  for (const row of [...rows, ...losers]) {
    // One without a name that the list didn't tell of may be a step of a build, which it never does.
    if (row && (row.references.length > 0 || known.get(row.id))) known.put(row);
  }
  return [...given];

  async function look(image: string) {
    const answer = await askImage(engine, image).catch(nothingThere);
    const id = answer?.inspect.Id ?? image;
    given.add(id);
    if (answer) return toListed(answer.inspect, known.get(id));
    known.remove(id);
    return null;
  }
}
