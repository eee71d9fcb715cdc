/** History joined with layers: which instruction made which layer, so that no row is `<missing>`. Pure. */
import type { ImageStep } from '../../shared/contract/images.js';
import { say } from '../../shared/words/index.js';
import type { ImageHistory } from './answers.js';
import { instructionOf } from './instruction.js';

/** By an image's id: the DiffIDs of its layers, base first. */
export type KnownLayers = ReadonlyMap<string, readonly string[]>;

/**
 * Base first. The engine's history doesn't say which of its rows made a layer. A row with a size did; of the others some
 * made an empty layer (`RUN mkdir a`, a `WORKDIR`), and nothing tells those from `RUN true`. Where a row's own image is
 * still there (`known`), as the classic builder leaves them, its layers say for sure; between such rows, what is known
 * about an instruction decides. When the counts still disagree (squashed, imported, Podman's) rows with a size are
 * served first, so a layer is never given to a setting, and layers that are left have a row of their own.
 */
export function joinHistory(
  history: ImageHistory,
  diffIds: readonly string[],
  known: KnownLayers = new Map(),
): readonly ImageStep[] {
  const rows = history
    .toReversed()
    .map((row) => ({ ...row, instruction: instructionOf(row.CreatedBy, row.Comment) }));
  const layerOf = assignLayers(rows, diffIds, known);
  const steps = rows.map((row, index): ImageStep => {
    const layer = layerOf.get(index);
    return {
      index,
      diffId: layer === undefined ? null : (diffIds[layer] ?? null),
      instruction: row.instruction,
      createdBy: row.CreatedBy,
      comment: row.Comment,
      created: row.Created,
      size: row.Size,
    };
  });
  const named = new Set(layerOf.values());
  const unnamed = diffIds.filter((_, layer) => !named.has(layer));
  return [
    ...steps,
    ...unnamed.map((diffId, at): ImageStep => ({
      index: steps.length + at,
      diffId,
      instruction: say('image.noInstruction'),
      createdBy: '',
      comment: '',
      created: 0,
      size: 0,
    })),
  ];
}

type Row = ImageHistory[number] & { readonly instruction: string };

/** Which layer (0 is the base) each row made, by the row's index. */
function assignLayers(
  rows: readonly Row[],
  diffIds: readonly string[],
  known: KnownLayers,
): ReadonlyMap<number, number> {
  const layerOf = new Map<number, number>();
  let firstRow = 0;
  let firstLayer = 0;
  for (const { row, layers } of [
    ...certainties(rows, diffIds, known),
    { row: rows.length, layers: diffIds.length },
  ]) {
    if (layers < firstLayer) continue;
    const made = likeliest(rows, firstRow, row, layers - firstLayer);
    for (const [at, index] of made.entries()) layerOf.set(index, firstLayer + at);
    firstRow = row;
    firstLayer = layers;
  }
  return layerOf;
}

/** Before which row there are how many layers, where that is certain. An id that stands twice (Podman's) says nothing. */
function certainties(rows: readonly Row[], diffIds: readonly string[], known: KnownLayers) {
  const once = (id: string): boolean => rows.filter(({ Id }) => Id === id).length === 1;
  return rows.flatMap(({ Id }, index) => {
    const layers = known.get(Id);
    const isPart = layers?.every((diffId, at) => diffId === diffIds[at]) ?? false;
    return layers && isPart && once(Id) ? [{ row: index + 1, layers: layers.length }] : [];
  });
}

/** Of the rows from `from` up to `to`, the `count` that made a layer, in order. */
function likeliest(rows: readonly Row[], from: number, to: number, count: number): readonly number[] {
  return rows
    .slice(from, to)
    .map((row, at) => ({ index: from + at, likelihood: likelihoodOfLayer(row) }))
    .filter(({ likelihood }) => likelihood > 0)
    .sort((a, b) => b.likelihood - a.likelihood || a.index - b.index)
    .slice(0, count)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

const SETTINGS = new Set(
  'ARG CMD ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD SHELL STOPSIGNAL USER VOLUME'.split(
    ' ',
  ),
);

/** 0: never makes a layer. Higher: surer. */
function likelihoodOfLayer({ instruction, Size, Comment }: Row): number {
  if (Size > 0) return 5;
  const keyword = /^[A-Z]+/.exec(instruction)?.[0] ?? '';
  if (['RUN', 'COPY', 'ADD'].includes(keyword)) return 4;
  // BuildKit makes a layer of every WORKDIR, even of one that adds nothing; the classic builder only of a new folder.
  if (keyword === 'WORKDIR') return Comment.startsWith('buildkit') ? 3 : 1;
  return SETTINGS.has(keyword) ? 0 : 2;
}
