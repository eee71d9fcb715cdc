/** Which images stand on the same layers. An image's layers never change, so each is asked for only once. */
import type { LayerSharing } from '../../shared/contract/images.js';
import { shortId } from '../../shared/units.js';
import { refuse, type EngineService } from '../engine/index.js';
import { imageInspect, imageList } from './answers.js';
import { toSummary } from './summary.js';

const AT_ONCE = 8;

export type Sharing = { readonly of: (image: string) => Promise<LayerSharing> };

/** Layers are the same only with the same layers below them: the engine stores chains, so chains are compared. */
export function createSharing(engine: EngineService): Sharing {
  const known = new Map<string, readonly string[]>();

  const layersOf = async (id: string): Promise<readonly string[]> => {
    const cached = known.get(id);
    if (cached) return cached;
    const layers = imageInspect.parse(await engine.docker().getImage(id).inspect()).RootFS.Layers;
    known.set(id, layers);
    return layers;
  };

  return {
    async of(image) {
      const docker = engine.docker();
      const words = refuse({ title: `${image} can’t be compared with the other images` });
      const own = imageInspect.parse(await docker.getImage(image).inspect().catch(words));
      const all = imageList.parse(await docker.listImages().catch(words)).map(toSummary);
      const ids = new Set(all.map(({ id }) => id));
      for (const id of known.keys()) if (!ids.has(id)) known.delete(id);

      const users = new Map<number, string[]>();
      const queue = all.filter(({ id }) => id !== own.Id);
      const worker = async (): Promise<void> => {
        for (let other = queue.pop(); other; other = queue.pop()) {
          // An image that was removed meanwhile shares nothing any more.
          const layers = await layersOf(other.id).catch(() => []);
          const name = other.references[0] ?? shortId(other.id);
          for (let depth = 0; depth < layers.length && layers[depth] === own.RootFS.Layers[depth]; depth++) {
            users.set(depth, [...(users.get(depth) ?? []), name]);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      return Object.fromEntries(
        own.RootFS.Layers.map((diffId, depth) => [diffId, (users.get(depth) ?? []).sort()] as const),
      );
    },
  };
}
