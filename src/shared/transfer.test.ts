import { describe, expect, it } from 'vitest';
import { MAX_LAYERS, transferProgress, transferTotals, type TransferLayer } from './transfer.js';

const layer = (id: string, more: Partial<TransferLayer> = {}): TransferLayer => ({
  id,
  state: 'waiting',
  current: 0,
  total: null,
  note: '',
  ...more,
});
const fold = (...layers: readonly TransferLayer[]) =>
  layers.reduce(
    (state, each) => transferProgress.reduce(state, { type: 'layer', layer: each }),
    transferProgress.initial(),
  );

describe('the state of a transfer', () => {
  it('keeps layers in the order in which they were first named, each as it was said last', () => {
    const state = fold(layer('a'), layer('b'), layer('a', { state: 'done' }));
    expect(state.layers.map(({ id, state: how }) => [id, how])).toEqual([
      ['a', 'done'],
      ['b', 'waiting'],
    ]);
  });

  it('keeps the last message, beside the layers', () => {
    const state = transferProgress.reduce(fold(layer('a')), { type: 'message', message: 'hello' });
    expect(state.message).toBe('hello');
    expect(state.layers).toHaveLength(1);
  });

  it('leaves the state before as it was', () => {
    const before = fold(layer('a'));
    transferProgress.reduce(before, { type: 'layer', layer: layer('a', { state: 'done' }) });
    expect(before.layers[0]?.state).toBe('waiting');
  });

  it('stops growing at the number of layers that no image has, and still follows those it knows', () => {
    const many = Array.from({ length: MAX_LAYERS + 50 }, (_, n) => layer(`layer-${n}`));
    const state = fold(...many, layer('layer-0', { state: 'done' }));
    expect(state.layers).toHaveLength(MAX_LAYERS);
    expect(state.layers[0]?.state).toBe('done');
  });
});

describe('totals', () => {
  it('count the layers whose size is known, and no layer beyond its size', () => {
    const state = fold(
      layer('a', { current: 10, total: 100 }),
      layer('b', { current: 70, total: 50 }),
      layer('c', { current: 999 }),
    );
    expect(transferTotals(state)).toEqual({ current: 60, total: 150 });
  });

  it('of nothing are nothing', () => {
    expect(transferTotals(transferProgress.initial())).toEqual({ current: 0, total: 0 });
  });
});
