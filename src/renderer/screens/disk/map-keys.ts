/** Where an arrow key leads from a band of the map: up to what lies upon it, down to what it lies on, or beside. Pure. */
import type { LayerBand } from './layer-bands.js';

type Place = { readonly band: LayerBand; readonly below: LayerBand | null; readonly level: number };

/** The key of the next band; null when the key leads nowhere. */
export function bandToward(families: readonly LayerBand[], from: string, key: string): string | null {
  const places = families.flatMap((family) => placesOf(family, null, 0));
  const place = places.find(({ band }) => band.key === from);
  if (!place) return null;
  const level = places.filter((each) => each.level === place.level);
  const at = level.indexOf(place);
  switch (key) {
    case 'ArrowUp':
      return place.band.above[0]?.key ?? null;
    case 'ArrowDown':
      return place.below?.key ?? null;
    case 'ArrowLeft':
      return level[at - 1]?.band.key ?? null;
    case 'ArrowRight':
      return level[at + 1]?.band.key ?? null;
    case 'Home':
      return families[0]?.key ?? null;
    default:
      return null;
  }
}

const placesOf = (band: LayerBand, below: LayerBand | null, level: number): readonly Place[] => [
  { band, below, level },
  ...band.above.flatMap((each) => placesOf(each, band, level + 1)),
];
