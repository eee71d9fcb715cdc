/** What a layer on its way says of itself, and what all of them add up to. Pure. */
import {
  transferTotals,
  type TransferLayer,
  type TransferLayerState,
  type TransferState,
} from '../../../shared/transfer.js';
import { say } from '../../../shared/words/index.js';
import type { Mark } from '../state-mark.js';

export type Direction = 'push' | 'pull';

/**
 * How a layer stands, in words. `ended` says that the whole push or pull has: what was still on its way then
 * never arrived.
 */
export function layerWord(layer: TransferLayer, direction: Direction, ended: boolean): string {
  if (ended && isUnderWay(layer))
    return say(`components.layer.${direction === 'push' ? 'notPushed' : 'notPulled'}`);
  switch (layer.state) {
    case 'waiting':
      return layer.note === '' ? say('components.layer.waiting') : layer.note;
    case 'checking':
      return say(`components.layer.${direction === 'push' ? 'preparing' : 'checking'}`);
    case 'pushing':
      return say('components.layer.pushing');
    case 'pulling':
      return say('components.layer.pulling');
    case 'exists':
      return say(`components.layer.${direction === 'push' ? 'inRegistry' : 'here'}`);
    case 'mounted':
      return layer.note === ''
        ? say('components.layer.mounted')
        : say('components.layer.mountedFrom', { name: layer.note });
    case 'done':
      return say(`components.layer.${direction === 'push' ? 'pushed' : 'pulled'}`);
    case 'failed':
      return say('components.layer.failed');
  }
}

const marks: Readonly<Record<TransferLayerState, Mark>> = {
  waiting: 'waiting',
  checking: 'running',
  pushing: 'running',
  pulling: 'running',
  exists: 'cached',
  mounted: 'cached',
  done: 'done',
  failed: 'failed',
};

/** The shape that stands for a layer's state. */
export function layerMark(layer: TransferLayer, ended: boolean): Mark {
  return ended && isUnderWay(layer) ? 'cancelled' : marks[layer.state];
}

function isUnderWay(layer: TransferLayer): boolean {
  return !isSettled(layer) && layer.state !== 'failed';
}

/** True for a layer that needs nothing more. */
export function isSettled(layer: TransferLayer): boolean {
  return layer.state === 'exists' || layer.state === 'mounted' || layer.state === 'done';
}

export type TransferSummary = {
  readonly current: number;
  /** Bytes of all layers whose size is known so far. */
  readonly total: number;
  readonly settled: number;
  readonly layers: number;
  /** Layers that needn't travel. */
  readonly spared: number;
  /** What the engine says while nothing moves and a layer waits for another try; else null. */
  readonly retrying: string | null;
};

export function summarize(state: TransferState): TransferSummary {
  return {
    ...transferTotals(state),
    settled: state.layers.filter(isSettled).length,
    layers: state.layers.length,
    spared: state.layers.filter((layer) => layer.state === 'exists' || layer.state === 'mounted').length,
    retrying: retryOf(state),
  };
}

function retryOf({ layers }: TransferState): string | null {
  if (layers.some(({ state }) => state === 'pushing' || state === 'pulling')) return null;
  return layers.find(({ state, note }) => state === 'waiting' && note !== '')?.note ?? null;
}
