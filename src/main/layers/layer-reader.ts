/** One layer's tar, told in the words of overlay file systems: entries, whiteouts, opaque folders. */
import { createLayerWriter, hasDigest, type LayerEntry } from './layer-file.js';
import { cleanPath, decodeName } from './names.js';
import type { Sums } from './sums.js';
import { createTarReader, type Body, type TarEntry } from './tar.js';

const kindOf: Readonly<Record<string, LayerEntry['kind']>> = {
  '0': 'file',
  '1': 'hard',
  '2': 'link',
  '3': 'device',
  '4': 'device',
  '5': 'folder',
  '6': 'pipe',
};

export type ReadLayer = {
  /** What `layer-file.ts` writes. */
  readonly index: Buffer;
  /** `sha256:…` of the uncompressed tar. */
  readonly diffId: string;
};

/** Takes a layer's uncompressed bytes. `onEntry` is called for each entry, `onDone` once. Both ways throw DamagedArchive. */
export function createLayerReader(sums: Sums, onEntry: () => void, onDone: (layer: ReadLayer) => void): Body {
  const writer = createLayerWriter();
  const tar = createTarReader((found) => {
    const entry = layerEntry(found);
    if (!entry) return null;
    if (hasDigest(entry)) sums.file(found.offset, found.stored);
    writer.add(entry);
    onEntry();
    return null;
  });
  return {
    data(bytes) {
      // First, so that the sums know of a file before its bytes come.
      tar.push(bytes);
      sums.data(bytes);
    },
    end() {
      tar.end();
      const { diffId, digests } = sums.end();
      onDone({ index: writer.finish(digests), diffId });
    },
  };
}

/** Null for what no engine unpacks either: names that lead out, unknown kinds, the notes of AUFS. */
function layerEntry(found: TarEntry): Omit<LayerEntry, 'digest'> | null {
  const kind = kindOf[found.type];
  const path = cleanPath(decodeName(found.name));
  if (!kind || path === null) return null;
  const { mode, uid, gid, modified } = found;
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, Math.max(0, slash - 1));
  const name = path.slice(slash);
  const nothing = { mode, uid, gid, modified, size: 0, target: '' };
  // OCI image specification, "Whiteouts" and "Opaque Whiteout".
  if (name === '.wh..wh..opq') return { ...nothing, kind: 'opaque', path: folder };
  if (name.startsWith('.wh..wh.')) return null;
  if (name.startsWith('.wh.') && name.length > 4)
    return { ...nothing, kind: 'whiteout', path: path.slice(0, slash) + name.slice(4) };
  if (path === '' && kind !== 'folder') return null;
  const link = decodeName(found.link);
  // A hard link that leads out of the layer is none: no engine makes it.
  const target = kind === 'hard' ? cleanPath(link) : kind === 'link' ? link : '';
  if (target === null) return null;
  return { ...nothing, kind, path, size: kind === 'file' ? found.size : 0, target };
}
