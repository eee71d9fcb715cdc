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
  /** Of the uncompressed tar. */
  readonly bytes: number;
};

/** Takes a layer's uncompressed bytes. `onEntry` is called for each entry, `onDone` once. Both ways throw DamagedArchive. */
export function createLayerReader(sums: Sums, onEntry: () => void, onDone: (layer: ReadLayer) => void): Body {
  const writer = createLayerWriter();
  let size = 0;
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
      size += bytes.length;
    },
    end() {
      tar.end();
      const { diffId, digests } = sums.end();
      onDone({ index: writer.finish(digests), diffId, bytes: size });
    },
  };
}

type FoundEntry = Omit<LayerEntry, 'digest'>;

/** Null for what no engine unpacks either: names that lead out, unknown kinds, the notes of AUFS. */
function layerEntry(found: TarEntry): FoundEntry | null {
  const kind = kindOf[found.type];
  const path = cleanPath(decodeName(found.name));
  if (!kind || path === null) return null;
  const slash = path.lastIndexOf('/') + 1;
  if (path.startsWith('.wh.', slash)) return whiteout(found, path, slash);
  if (path === '' && kind !== 'folder') return null;
  if (kind === 'file') return entryOf(found, { kind, path, size: found.size, target: '' });
  const link = decodeName(found.link);
  // A hard link that leads out of the layer is none: no engine makes it.
  const target = kind === 'hard' ? cleanPath(link) : kind === 'link' ? link : '';
  return target === null ? null : entryOf(found, { kind, path, size: 0, target });
}

/** OCI image specification, "Whiteouts" and "Opaque Whiteout". The name begins at `slash`. */
function whiteout(found: TarEntry, path: string, slash: number): FoundEntry | null {
  const name = path.slice(slash + '.wh.'.length);
  const nothing = { size: 0, target: '' };
  if (name === '.wh..opq')
    return entryOf(found, { ...nothing, kind: 'opaque', path: path.slice(0, Math.max(0, slash - 1)) });
  if (['', '.', '..'].includes(name) || name.startsWith('.wh.')) return null;
  return entryOf(found, { ...nothing, kind: 'whiteout', path: path.slice(0, slash) + name });
}

const entryOf = (
  { mode, uid, gid, modified }: TarEntry,
  { kind, path, size, target }: Pick<LayerEntry, 'kind' | 'path' | 'size' | 'target'>,
): FoundEntry => ({ kind, path, mode, uid, gid, size, modified, target });
