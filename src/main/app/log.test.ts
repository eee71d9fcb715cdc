import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from './log.js';

describe('the log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('has one line an entry, whatever an entry holds', () => {
    const file = join(folder, 'logs', 'strata.log');
    const log = openLog(file);
    log.info('one\ntwo', { at: 3 });
    log.error('failed', new Error('why'));
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/ info one\\ntwo \{ at: 3 \}$/);
    expect(lines[1]).toContain('Error: why');
  });

  it('counts bytes, cuts an endless entry, and survives when it can not rotate', () => {
    const file = join(folder, 'strata.log');
    const log = openLog(file);
    for (let n = 0; n < 4; n++) log.info('€'.repeat(1_000_000));
    for (const name of readdirSync(folder))
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1024 * 1024);
    rmSync(join(folder, 'strata.log.1'));
    mkdirSync(join(folder, 'strata.log.1', 'in-the-way'), { recursive: true });
    rmSync(join(folder, 'strata.log.2'), { force: true });
    writeFileSync(join(folder, 'strata.log.2'), '');
    expect(() => log.info('€'.repeat(1_000_000))).not.toThrow();
  });

  it('is readable by its user only, and never outgrows its limit', () => {
    const file = join(folder, 'strata.log');
    const log = openLog(file);
    for (let n = 0; n < 60; n++) log.info('x'.repeat(100_000));
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([
      'strata.log',
      'strata.log.1',
      'strata.log.2',
      'strata.log.3',
    ]);
    for (const name of readdirSync(folder))
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1024 * 1024);
  });
});
