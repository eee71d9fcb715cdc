import { describe, expect, it } from 'vitest';
import { createLayerWriter, isWhole, readLayer, type LayerEntry } from './layer-file.js';
import { findNode, mergeLayers } from './merged-tree.js';

const nothing = { mode: 0o644, uid: 0, gid: 0, size: 0, modified: 0, target: '', digest: '' } as const;
const file = (path: string, size = 1): LayerEntry & { path: string } => ({
  ...nothing,
  kind: 'file',
  path,
  size,
  digest: size > 0 ? 'sixteen bytes...' : '',
});
const hard = (path: string, target: string): LayerEntry => ({ ...nothing, kind: 'hard', path, target });
const gone = (path: string): LayerEntry => ({ ...nothing, kind: 'whiteout', path });

function written(entries: readonly LayerEntry[]): Buffer {
  const writer = createLayerWriter();
  entries.forEach((entry) => writer.add(entry));
  const digests = entries.map(({ digest }) => digest).join('');
  return writer.finish(Buffer.from(digests, 'latin1'));
}

const merged = (...layers: readonly (readonly LayerEntry[])[]) =>
  mergeLayers(layers.map((entries) => () => readLayer(written(entries))));

describe('a layer that was written down', () => {
  it('reads back as it was, its whiteouts first', () => {
    const entries = [
      file('usr/bin/a', 2 ** 40),
      file('usr/bin/b'),
      file('usr/b'),
      file('\udce9/é/a'),
      file('\udce9/é/b', 0),
      file('top'),
      file(`${'n'.repeat(3000)}/${'é'.repeat(1000)}`),
      hard('usr/bin/c', 'usr/bin/a'),
    ];
    const bytes = written([...entries, gone('usr/x')]);
    expect(isWhole(bytes)).toBe(true);
    expect([...readLayer(bytes)]).toMatchObject([gone('usr/x'), ...entries]);
    for (const { path, folder, name } of readLayer(bytes))
      expect(folder === '' ? name : `${folder}/${name}`).toBe(path);
  });

  it('is not whole when a byte of it is another', () => {
    const bytes = written([file('a')]);
    bytes[12]! ^= 1;
    expect(isWhole(bytes)).toBe(false);
    expect(isWhole(Buffer.alloc(0))).toBe(false);
  });

  it('takes a million entries, in a few bytes each', () => {
    const writer = createLayerWriter();
    const entry = { ...file('', 0) };
    for (let at = 0; at < 1_000_000; at++) {
      entry.path = `folder-${at >> 8}/file-${at}`;
      writer.add(entry);
    }
    const bytes = writer.finish(new Uint8Array(0));
    expect(bytes.length).toBeLessThan(12_000_000);
    let read = 0;
    for (const { name } of readLayer(bytes)) read += Number(name !== '');
    expect(read).toBe(1_000_000);
  });
});

describe('layers upon each other', () => {
  it('know a hard link that comes before the file that it names', () => {
    const { root, contents } = merged([hard('b', 'c'), hard('c', 'd/a'), file('d/a', 7)]);
    expect(findNode(root, 'b')?.content).toBe(findNode(root, 'd/a')?.content);
    expect(contents).toMatchObject([{ path: 'd/a', size: 7, names: 3 }]);
  });

  it('leave out a hard link that names nothing, or itself in a round', () => {
    const { root } = merged([hard('a', 'b'), hard('b', 'a'), hard('c', 'nowhere'), file('d')]);
    expect([...(root.children?.keys() ?? [])]).toEqual(['d']);
  });

  it('take a whiteout for the layers below alone, wherever in its layer it stands', () => {
    const { root } = merged([file('d/a'), file('d/b')], [file('d/a'), gone('d/a'), gone('d/b')]);
    expect(findNode(root, 'd/a')?.mark).toBe('changed');
    expect(findNode(root, 'd/b')?.mark).toBe('removed');
  });

  it('put what follows into the folder that stands there then', () => {
    const link: LayerEntry = { ...nothing, kind: 'link', path: 'd', target: '/etc' };
    const { root, contents } = merged([file('d/a'), link, file('d/b')]);
    expect([...(findNode(root, 'd')?.children?.keys() ?? [])]).toEqual(['b']);
    expect(contents.map(({ path, names }) => [path, names])).toEqual([
      ['d/a', 0],
      ['d/b', 1],
    ]);
  });
});
