/**
 * What is in archives with known layers, and what stacked layers make. Where dive's words differ from Strata's (its score
 * counts the surviving copy too, and forgets what goes with a folder) what both share is compared: bytes, layers, files,
 * and which paths hold dead copies.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLayer, type LayerEntry } from '../../src/main/layers/layer-file.js';
import { createLayerStore } from '../../src/main/layers/store.js';
import { FailureError } from '../../src/shared/failure.js';
import type { ArchivedEntry } from '../support/image-archive.js';
import { withDesk } from '../support/layer-desk.js';
import { count, type ConformanceRun } from './case.js';

type Inefficient = { readonly path: string; readonly sizeBytes?: number; readonly cumulativeSize?: number };
type Archive = {
  readonly file: string | null;
  readonly kind?: string;
  readonly expected?: {
    readonly sizeBytes: number;
    readonly layerSizes?: readonly number[];
    readonly inefficient: readonly Inefficient[];
  };
};
/** Path, bytes, mode in octal with Go's bits above, letter of the type, owner, group, where it links to. */
type FileLine = [
  path: string,
  size: number,
  mode: string,
  type: number,
  uid: number,
  gid: number,
  link: string,
];
type Golden = {
  readonly layers: readonly { readonly digestId: string; readonly files: readonly FileLine[] }[];
};
type Case = {
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly expected: unknown;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const TYPES: Readonly<Record<string, number>> = { file: 48, whiteout: 48, hard: 49, link: 50, folder: 53 };

const archive = (file: string, { kind = '', expected }: Archive) =>
  withDesk(async ({ index, efficiency, kept }) => {
    if (kind.includes('not an image')) {
      const refused = await index(file).catch((error: unknown) => error);
      return refused instanceof FailureError && refused.failure.code === 'invalid-input'
        ? null
        : `${file} is no image: ${String(refused)}`;
    }
    const layers = await index(file);
    const { total, paths } = await efficiency(layers);
    // The layouts hold one file, whose size their note tells.
    if (!expected) return same([layers.length, total], [1, 11_189]) ? null : `${file}: ${total} bytes`;
    if (total !== expected.sizeBytes) return `${file}: ${total} bytes, wanted ${expected.sizeBytes}`;
    const found = await Promise.all(
      layers.map(async (diffId) => [
        ...readLayer((await createLayerStore(kept, () => undefined).read(diffId)) ?? Buffer.alloc(0)),
      ]),
    );
    const sizes = found.map((entries) => entries.reduce((sum, { size }) => sum + size, 0));
    if (expected.layerSizes && !same(sizes, expected.layerSizes))
      return `${file}: layers of ${String(sizes)}`;
    // dive counts every copy of such a path, of which the dead ones are some, and knows of none that went with a folder.
    const wrong = expected.inefficient.find(({ path, sizeBytes, cumulativeSize }) => {
      const bytes = paths.find((one) => `/${one.path}` === path)?.bytes ?? 0;
      return bytes <= 0 || bytes > (sizeBytes ?? cumulativeSize ?? 0);
    });
    if (wrong) return `${file}: dead copies at ${paths.map(({ path }) => path).join(', ')}`;
    const golden = await readFile(file.replace(/\.tar$/, '.expected.json'), 'utf8').catch(() => null);
    return golden === null ? null : files(JSON.parse(golden) as Golden, layers, found);
  });

function files(
  { layers: wanted }: Golden,
  layers: readonly string[],
  found: readonly (readonly LayerEntry[])[],
): string | null {
  if (
    !same(
      layers,
      wanted.map(({ digestId }) => digestId),
    )
  )
    return `other layers: ${layers.join(', ')}`;
  for (const [at, { files: lines }] of wanted.entries()) {
    const theirs = lines.map(([path, size, mode, type, uid, gid, link]) =>
      [path, size, Number.parseInt(mode, 8) & 0o777, type, uid, gid, link].join(' '),
    );
    const ours = (found[at] ?? []).map(({ kind, path, size, mode, uid, gid, target }) => {
      const name = kind === 'whiteout' ? path.replace(/[^/]*$/, '.wh.$&') : path;
      return [name, size, mode & 0o777, TYPES[kind], uid, gid, target].join(' ');
    });
    if (!same(ours.sort(), theirs.sort()))
      return `layer ${at}: ${ours.find((line) => !theirs.includes(line)) ?? 'fewer files than there are'}`;
  }
  return null;
}

/** What a stack of layers makes: what is there in the end, folders with a slash behind, and how much of it is dead. */
const stacked = (layers: readonly (readonly ArchivedEntry[])[]) =>
  withDesk(async ({ make, index, rows, efficiency }) => {
    const diffIds = await index(await make(layers));
    const there = (await rows(diffIds)).filter(({ mark }) => mark !== 'removed');
    const names = there.map(({ path, kind }) => (kind === 'folder' ? `${path}/` : path));
    return { names: names.sort(), ...(await efficiency(diffIds)) };
  });

const entry = (path: string, size = 0): ArchivedEntry => ({
  name: path.replace(/^\//, ''),
  type: path.endsWith('/') ? 'directory' : 'file',
  size,
});

const checks: Readonly<Record<string, (one: Case) => Promise<string | null>>> = {
  async efficiency({ id, input, expected }) {
    const { layers } = input as { layers: [string, number][][] };
    const { score, inefficient } = expected as { score: number; inefficient: Inefficient[] };
    const found = await stacked(layers.map((of) => of.map(([path, size]) => entry(path, size))));
    if (found.efficiency > score || (score === 1 && found.efficiency !== 1))
      return `${id}: an efficiency of ${found.efficiency}`;
    const wrong = inefficient.find(
      ({ path, cumulativeSize }) =>
        found.paths.find((one) => `/${one.path}` === path)?.bytes !== cumulativeSize,
    );
    return wrong ? `${id}: ${wrong.path} holds other dead copies` : null;
  },

  async stack({ id, input, expected }) {
    const { layers } = input as { layers: string[][] };
    const { paths: wanted } = expected as { paths: string[] };
    const { names } = await stacked(layers.map((paths) => paths.map((path) => entry(path))));
    // dive takes no notice of opaque folders: what only a lower layer has below one is gone.
    const last = layers.at(-1) ?? [];
    const opaque = last.filter((path) => path.endsWith('/.wh..wh..opq')).map((path) => path.slice(0, -12));
    const isHidden = (path: string): boolean =>
      opaque.some((folder) => path.startsWith(folder)) && !last.some((own) => own.startsWith(path));
    const right = wanted.filter((path) => layers.length === 1 || !isHidden(path)).sort();
    const found = names.map((name) => `/${name.replace(/\/$/, '')}`).sort();
    return same(found, right) ? null : `${id}: ${found.join(' ')}`;
  },

  async whiteout({ id, input, expected }) {
    if ('entry' in (input as object)) {
      // A malformed one is left out, and hides nothing.
      const { names } = await stacked([[entry('a/b')], [entry((input as { entry: string }).entry)]]);
      return same(names, ['a/', 'a/b']) ? null : `${id}: ${names.join(' ')}`;
    }
    const { sequence } = input as { sequence: string[][] };
    const layers = sequence.map((paths) => paths.map((path) => entry(path)));
    for (const [at, wanted] of (expected as { after: string[][] }).after.entries()) {
      const { names } = await stacked(layers.slice(0, at + 1));
      if (!same(names, [...wanted].sort())) return `${id}, layer ${at}: ${names.join(' ')}`;
    }
    return null;
  },
};

/** Comparing by content and rules for a build's success are no part of what a layer is. */
export const run: ConformanceRun = async (vectors) => {
  const { tars, cases } = JSON.parse(await readFile(join(vectors, 'dive.json'), 'utf8')) as {
    tars: Archive[];
    cases: Case[];
  };
  const archives = tars.flatMap((one) =>
    one.file === null ? [] : [{ ...one, file: join(vectors, one.file) }],
  );
  return [
    await count('dive/', archives, (one) => archive(one.file, one)),
    await count(
      'dive.json',
      cases.filter(({ kind }) => kind in checks),
      async (one) => (await checks[one.kind]?.(one)) ?? null,
    ),
  ];
};
