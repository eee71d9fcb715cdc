/** One layer's tar, told in the words of overlay file systems: entries, whiteouts, opaque folders. */
import { createHash, hash } from 'node:crypto';
import { createLayerWriter, DIGEST_BYTES, type LayerEntry } from './layer-file.js';
import { cleanPath, decodeName } from './names.js';
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
export function createLayerReader(onEntry: () => void, onDone: (layer: ReadLayer) => void): Body {
  const writer = createLayerWriter();
  const whole = createHash('sha256');
  const add = (entry: LayerEntry): void => {
    writer.add(entry);
    onEntry();
  };
  const tar = createTarReader((found) => {
    const entry = layerEntry(found);
    if (!entry) return null;
    if (entry.kind === 'file' && entry.size > 0)
      return digestOf(found.stored, (digest) => add({ ...entry, digest }));
    add(entry);
    return null;
  });
  return {
    data(bytes) {
      whole.update(bytes);
      tar.push(bytes);
    },
    end() {
      tar.end();
      onDone({ index: writer.finish(), diffId: `sha256:${whole.digest('hex')}` });
    },
  };
}

/** Hashes the bytes that follow; a sparse file's as they are stored. */
function digestOf(stored: number, onDone: (digest: string) => void): Body {
  let digest: Buffer | null = null;
  let hasher: ReturnType<typeof createHash> | null = null;
  return {
    data(bytes) {
      // Most files come in one piece, and a hash in one call takes half the time.
      if (bytes.length === stored) digest = hash('sha256', bytes, 'buffer');
      else (hasher ??= createHash('sha256')).update(bytes);
    },
    end() {
      const found = digest ?? (hasher ?? createHash('sha256')).digest();
      onDone(found.toString('latin1', 0, DIGEST_BYTES));
    },
  };
}

/** Null for what no engine unpacks either: names that lead out, unknown kinds, the notes of AUFS. */
function layerEntry(found: TarEntry): LayerEntry | null {
  const kind = kindOf[found.type];
  const path = cleanPath(decodeName(found.name));
  if (!kind || path === null) return null;
  const { mode, uid, gid, modified } = found;
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, Math.max(0, slash - 1));
  const name = path.slice(slash);
  const nothing = { mode, uid, gid, modified, size: 0, target: '', digest: '' };
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
