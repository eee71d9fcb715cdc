/** History joined with layers: which instruction made which layer, so that no row is `<missing>`. Pure. */
import type { ImageStep } from '../../shared/contract/images.js';
import type { ImageHistory } from './answers.js';
import { instructionOf } from './instruction.js';

/**
 * Base first. The engine's history doesn't say which of its rows made a layer. A row with a size did; of the others some
 * made an empty layer (`RUN true`, `WORKDIR` of a folder that is there). What is known about an instruction decides, and when the counts
 * still disagree (squashed, imported, Podman's) rows with a size are served first, so a layer is never given to a setting.
 */
export function joinHistory(history: ImageHistory, diffIds: readonly string[]): readonly ImageStep[] {
  const rows = history
    .toReversed()
    .map((row) => ({ ...row, instruction: instructionOf(row.CreatedBy, row.Comment) }));
  const layered = chooseLayered(rows, diffIds.length);
  let next = 0;
  const steps = rows.map((row, index): ImageStep => ({
    index,
    diffId: layered.has(index) ? (diffIds[next++] ?? null) : null,
    instruction: row.instruction,
    createdBy: row.CreatedBy,
    comment: row.Comment,
    created: row.Created * 1000,
    size: row.Size,
  }));
  // Layers that no row stands for: an image whose history was dropped still shows what it is made of.
  const unnamed = diffIds.slice(next).map((diffId, at): ImageStep => ({
    index: steps.length + at,
    diffId,
    instruction: 'No instruction recorded',
    createdBy: '',
    comment: '',
    created: 0,
    size: 0,
  }));
  return [...steps, ...unnamed];
}

type Row = { readonly instruction: string; readonly Size: number; readonly Comment: string };

function chooseLayered(rows: readonly Row[], layers: number): ReadonlySet<number> {
  const byLikelihood = rows
    .map((row, index) => ({ index, likelihood: likelihoodOfLayer(row) }))
    .filter(({ likelihood }) => likelihood > 0)
    .sort((a, b) => b.likelihood - a.likelihood || a.index - b.index);
  return new Set(byLikelihood.slice(0, layers).map(({ index }) => index));
}

/** 0: never makes a layer. Higher: surer. */
function likelihoodOfLayer({ instruction, Size, Comment }: Row): number {
  if (Size > 0) return 5;
  const keyword = /^[A-Z]+/.exec(instruction)?.[0] ?? '';
  if (['RUN', 'COPY', 'ADD'].includes(keyword)) return 4;
  // BuildKit makes a layer of every WORKDIR, even of one that adds nothing; the classic builder only of a new folder.
  if (keyword === 'WORKDIR') return Comment.startsWith('buildkit') ? 3 : 1;
  if (
    [
      'ARG',
      'CMD',
      'ENTRYPOINT',
      'ENV',
      'EXPOSE',
      'HEALTHCHECK',
      'LABEL',
      'MAINTAINER',
      'ONBUILD',
      'SHELL',
      'STOPSIGNAL',
      'USER',
      'VOLUME',
    ].includes(keyword)
  )
    return 0;
  return 2;
}
