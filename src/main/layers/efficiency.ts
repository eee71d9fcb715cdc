/** How much of what an image stores can still be seen in it. */
import type { Efficiency, WastedPath } from '../../shared/contract/layers.js';
import type { Content, MergedTree } from './merged-tree.js';
import { displayName } from './names.js';

const MOST_PATHS = 1000;

/** A file is visible while one of its names is. */
export function efficiencyOf({ contents }: MergedTree): Efficiency {
  let total = 0;
  let visible = 0;
  const dead = new Map<string, Content[]>();
  for (const content of contents) {
    total += content.size;
    if (content.names > 0) {
      visible += content.size;
      continue;
    }
    const copies = dead.get(content.path);
    if (copies) copies.push(content);
    else dead.set(content.path, [content]);
  }
  const paths = [...dead].map(([path, copies]): WastedPath => {
    const bytes = copies.reduce((sum, { size }) => sum + size, 0);
    const where = copies.map(({ layer, size }) => ({ layer, bytes: size }));
    return { path, name: displayName(path), bytes, copies: where };
  });
  paths.sort((one, other) => other.bytes - one.bytes || (one.path < other.path ? -1 : 1));
  return {
    visible,
    total,
    efficiency: total === 0 ? 1 : visible / total,
    wasted: total - visible,
    wastedPaths: paths.length,
    paths: paths.slice(0, MOST_PATHS),
  };
}
