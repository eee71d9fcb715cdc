/** The layers of many images, each chain stored once. Pure. */
import type { DiskLayer } from '../../shared/contract/disk.js';

/** A layer as one image tells of it. */
export type ChainLayer = Omit<DiskLayer, 'below'>;

export type LayerMap = {
  /** Every layer after the one below it. */
  readonly layers: DiskLayer[];
  /** Adds a chain, base first, as far as it is new. The answer is where its topmost layer stands; -1 for none. */
  readonly add: (chain: readonly ChainLayer[]) => number;
};

export function createLayerMap(): LayerMap {
  const layers: DiskLayer[] = [];
  const places = new Map<string, number>();
  const keyOf = (below: number, diffId: string): string => `${below} ${diffId}`;
  return {
    layers,
    add(chain) {
      let top = -1;
      for (const layer of chain) {
        const key = keyOf(top, layer.diffId);
        const known = places.get(key);
        if (known === undefined) {
          places.set(key, layers.length);
          layers.push({ ...layer, below: top });
        }
        top = known ?? layers.length - 1;
      }
      return top;
    },
  };
}

/** The chain of a layer, base first. */
export function chainOf(layers: readonly DiskLayer[], top: number): readonly DiskLayer[] {
  const chain: DiskLayer[] = [];
  for (let at = top; at >= 0;) {
    const layer = layers[at];
    if (!layer) break;
    chain.push(layer);
    at = layer.below;
  }
  return chain.reverse();
}
