/** The layers of every image that was ever asked about. An image's layers never change, so each is asked for once. */
import type { ImageTraits } from '../../shared/contract/images.js';
import { engineFailure, type EngineService } from '../engine/index.js';
import { imageInspect } from './answers.js';
import { platformName } from './summary.js';

const AT_ONCE = 8;

export type Layers = {
  /** DiffIDs, base first; null for an image that is gone. @throws whatever the engine fails with */
  readonly of: (id: string) => Promise<readonly string[] | null>;
  /** The same and its platform. */
  readonly traits: (id: string) => Promise<ImageTraits | null>;
  /** Forgets all images but these. */
  readonly keep: (ids: ReadonlySet<string>) => void;
};

/** Callers who ask for the same image share one request, and all of them together have at most 8 under way. */
export function createLayers(engine: EngineService): Layers {
  const known = new Map<string, Promise<ImageTraits | null>>();
  const queue: (() => void)[] = [];
  let running = 0;

  const ask = async (id: string): Promise<ImageTraits | null> => {
    if (running < AT_ONCE) running++;
    // Whoever ends hands its place on.
    else await new Promise<void>((next) => queue.push(next));
    try {
      const { RootFS, Os, Architecture, Variant } = imageInspect.parse(
        await engine.docker().getImage(id).inspect(),
      );
      return { id, platform: platformName(Os, Architecture, Variant), layers: RootFS.Layers };
    } catch (error) {
      known.delete(id);
      if (engineFailure(error, { title: '' }).code === 'not-found') return null;
      throw error;
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };

  const traits = (id: string): Promise<ImageTraits | null> => {
    const answer = known.get(id) ?? Promise.resolve().then(() => ask(id));
    known.set(id, answer);
    return answer;
  };
  return {
    traits,
    of: async (id) => (await traits(id))?.layers ?? null,
    keep(ids) {
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
    },
  };
}
