import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSettings } from './settings.js';

describe('settings', () => {
  const onDamaged = vi.fn();
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
    file = join(folder, 'settings.json');
    onDamaged.mockClear();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keep what was changed for the next start', async () => {
    const heard = vi.fn();
    await openSettings(file, onDamaged, heard).change({ theme: 'dark' });
    expect(heard).toHaveBeenCalledWith(
      expect.objectContaining({ theme: 'dark', recentFolders: [] }),
      expect.objectContaining({ theme: 'system' }),
    );
    expect(openSettings(file, onDamaged, heard).get().theme).toBe('dark');
  });

  it('tell what a change left alone by its being the same', async () => {
    const heard = vi.fn<Parameters<typeof openSettings>[2]>();
    const settings = openSettings(file, onDamaged, heard);
    await settings.change({ theme: 'dark' });
    await settings.change({ registryExceptions: { http: ['nas:5000'], tokenServices: [] } });
    const isSame = heard.mock.calls.map(
      ([now, before]) => now.registryExceptions === before.registryExceptions,
    );
    expect(isSame).toEqual([true, false]);
  });

  it('keep the last of many changes made at once', async () => {
    const settings = openSettings(file, onDamaged, vi.fn());
    const folders = Array.from({ length: 20 }, (_, n) => `/project-${n}`);
    await Promise.all(folders.map((one) => settings.change({ recentFolders: [one] })));
    expect(openSettings(file, onDamaged, vi.fn()).get().recentFolders).toEqual(['/project-19']);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('that are damaged are set aside, said, and not overwritten', () => {
    writeFileSync(file, '{ "theme": "dar');
    expect(openSettings(file, onDamaged, vi.fn()).get().theme).toBe('system');
    const [aside] = readdirSync(folder);
    const said = { what: 'settings', aside: join(folder, aside!) };
    expect(onDamaged).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(said));
    expect(readFileSync(join(folder, aside!), 'utf8')).toBe('{ "theme": "dar');
  });
});
