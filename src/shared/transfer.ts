/** Layers on their way to or from a registry: one state, folded from the engine's status lines. Pure. */
import type { Progress } from './contract/define.js';

export type TransferLayerState =
  'waiting' | 'checking' | 'pushing' | 'pulling' | 'exists' | 'mounted' | 'done' | 'failed';

export type TransferLayer = {
  /** The engine's short id: the first 12 digits of a DiffID (push) or digest (pull). */
  readonly id: string;
  readonly state: TransferLayerState;
  /** Bytes moved. Never more than `total` when that is known. */
  readonly current: number;
  /** Bytes to move; null while the engine hasn't said. */
  readonly total: number | null;
  /** `library/alpine` for a mounted layer, `Retrying in 5 seconds` for a waiting one. */
  readonly note: string;
};

export type TransferState = { readonly layers: readonly TransferLayer[]; readonly message: string };

export type TransferStep =
  | { readonly type: 'layer'; readonly layer: TransferLayer }
  | { readonly type: 'message'; readonly message: string };

/** More layers than an image can have; a hostile stream stops growing here. */
export const MAX_LAYERS = 1024;

export const transferProgress: Progress<TransferState, TransferStep> = {
  initial: () => ({ layers: [], message: '' }),
  reduce(state, step) {
    if (step.type === 'message') return { ...state, message: step.message };
    const at = state.layers.findIndex((layer) => layer.id === step.layer.id);
    if (at < 0)
      return state.layers.length >= MAX_LAYERS ? state : { ...state, layers: [...state.layers, step.layer] };
    return { ...state, layers: state.layers.with(at, step.layer) };
  },
};

/** Bytes moved and to move over all layers whose size is known. */
export function transferTotals(state: TransferState): { readonly current: number; readonly total: number } {
  let current = 0;
  let total = 0;
  for (const layer of state.layers) {
    if (layer.total === null) continue;
    current += Math.min(layer.current, layer.total);
    total += layer.total;
  }
  return { current, total };
}
