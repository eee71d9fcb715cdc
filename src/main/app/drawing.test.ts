import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawsWithoutGpu, keepDrawing, screenOf } from './drawing.js';

const HOUR = 60 * 60 * 1000;
const now = { electron: '45.4.1', screen: screenOf({ DISPLAY: ':0' }), at: 1_800_000_000_000 };
const later = (hours: number, other: Partial<typeof now> = {}) => ({
  ...now,
  at: now.at + hours * HOUR,
  ...other,
});

describe('a machine without a GPU', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'strata-drawing-'));
    file = join(folder, 'drawing.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is known for a day, by the same Electron on the same screen', () => {
    expect(drawsWithoutGpu(file, now)).toBe(false);
    keepDrawing(file, true, now);
    expect(drawsWithoutGpu(file, later(23))).toBe(true);
    expect(drawsWithoutGpu(file, later(24))).toBe(false);
    expect(drawsWithoutGpu(file, later(1, { electron: '46.0.0' }))).toBe(false);
    expect(
      drawsWithoutGpu(file, later(1, { screen: screenOf({ DISPLAY: ':0', SSH_CONNECTION: '10.0.0.9' }) })),
    ).toBe(false);
    expect(drawsWithoutGpu(file, later(-1))).toBe(false);
  });

  it('is forgotten once there is one', () => {
    keepDrawing(file, true, now);
    keepDrawing(file, false, later(25));
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"electron":"45.4.1","screen":":0    ","at":"1800000000000"}',
    '{"electron":"45.4.1"',
  ])('is not known by a file that says %j', (text) => {
    writeFileSync(file, text);
    expect(drawsWithoutGpu(file, now)).toBe(false);
  });
});
