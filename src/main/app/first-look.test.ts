import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFirstLook } from './first-look.js';

describe('the first window’s look', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'strata-look-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is what the settings say', () => {
    const file = join(folder, 'settings.json');
    writeFileSync(file, JSON.stringify({ zoom: 1.5, theme: 'contrast', language: 'de' }));
    expect(readFirstLook(file)).toEqual({ theme: 'contrast', language: 'de' });
  });

  it.each([
    ['cut', '{"theme": "dark", "lang'],
    ['no object', '"dark"'],
    ['nothing', 'null'],
    ['odd', '{"theme": ["dark"], "language": {"toString": 1}}'],
  ])('is the system’s when they are %s, or missing', (_, text) => {
    const file = join(folder, 'settings.json');
    expect(readFirstLook(file)).toEqual({ theme: 'system', language: 'system' });
    writeFileSync(file, text);
    expect(readFirstLook(file)).toEqual({ theme: 'system', language: 'system' });
  });
});
