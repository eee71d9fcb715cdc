import { describe, expect, it } from 'vitest';
import type { TransferLayer } from '../../../shared/transfer.js';
import { layerMark, layerWord, summarize } from './layer-words.js';

const layer = (id: string, change: Partial<TransferLayer>): TransferLayer => ({
  id,
  state: 'waiting',
  current: 0,
  total: null,
  note: '',
  ...change,
});

describe('a layer’s words', () => {
  it('say where it already lies', () => {
    expect(layerWord(layer('a', { state: 'exists' }), 'push', false)).toBe('Already in the registry');
    expect(layerWord(layer('a', { state: 'exists' }), 'pull', false)).toBe('Already on this computer');
    expect(layerWord(layer('a', { state: 'mounted', note: 'library/node' }), 'push', false)).toBe(
      'Taken from library/node',
    );
  });

  it('don’t claim that anything still moves when all is over', () => {
    expect(layerWord(layer('a', { state: 'pushing' }), 'push', true)).toBe('Not pushed');
    expect(layerMark(layer('a', { state: 'pushing' }), true)).toBe('cancelled');
    expect(layerWord(layer('a', { state: 'done' }), 'push', true)).toBe('Pushed');
  });

  it('pass on why the engine waits', () => {
    expect(layerWord(layer('a', { note: 'Retrying in 5 seconds' }), 'push', false)).toBe(
      'Retrying in 5 seconds',
    );
  });
});

it('adds up bytes, what is settled and what needn’t travel', () => {
  const layers = [
    layer('a', { state: 'exists' }),
    layer('b', { state: 'mounted' }),
    layer('c', { state: 'done', current: 50, total: 50 }),
    layer('d', { state: 'pushing', current: 130, total: 100 }),
    layer('e', {}),
  ];
  expect(summarize({ layers, message: '' })).toEqual({
    current: 150,
    total: 150,
    settled: 3,
    layers: 5,
    spared: 2,
    retrying: null,
  });
});

it('says that a layer waits for another try, while nothing else moves', () => {
  const waiting = layer('a', { note: 'Retrying in 5 seconds' });
  expect(summarize({ layers: [waiting], message: '' }).retrying).toBe('Retrying in 5 seconds');
  const moving = layer('b', { state: 'pushing' });
  expect(summarize({ layers: [waiting, moving], message: '' }).retrying).toBeNull();
});
