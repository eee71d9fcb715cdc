import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createIgnoreEditor } from './ignore-edit.js';

async function project(ignore: string | Uint8Array | null) {
  const folder = await mkdtemp(join(tmpdir(), 'strata-ignore-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'Dockerfile'), '', { mode: 0o644 });
  const file = join(folder, '.dockerignore');
  if (ignore !== null) await writeFile(file, ignore);
  return { at: { folder, dockerfile: 'Dockerfile' }, folder, file, text: () => readFile(file, 'utf8') };
}

describe('an ignore file', () => {
  it('is shown with the new lines before anything is written', async () => {
    const { at, text } = await project('a\nb\n');
    const change = await createIgnoreEditor().preview(at, ['.env']);
    expect(change).toMatchObject({ file: '.dockerignore', isNew: false });
    expect(change.lines.map(({ kind, number, text }) => `${number} ${kind} ${text}`)).toEqual([
      '1 same a',
      '2 same b',
      '3 added .env',
    ]);
    expect(await text()).toBe('a\nb\n');
  });

  it.each([
    ['a\n', 'a\n.env\n**/x\n'],
    ['a', 'a\n.env\n**/x'],
    ['a\r\nb\r\n', 'a\r\nb\r\n.env\r\n**/x\r\n'],
    ['\uFEFFa\r\n', '\uFEFFa\r\n.env\r\n**/x\r\n'],
    ['', '.env\n**/x\n'],
    [null, '.env\n**/x\n'],
    ['.env\n', '.env\n**/x\n'],
    ['.env\n!.env\n', '.env\n!.env\n.env\n**/x\n'],
  ])('that was %j keeps its line endings and its end, and goes back to that', async (old, wanted) => {
    const { at, text, file, folder } = await project(old);
    const editor = createIgnoreEditor();
    const { before } = await editor.preview(at, ['.env', '**/x']);
    await editor.apply(at, ['.env', '**/x'], before);
    expect(await text()).toBe(wanted);
    expect(await editor.canUndo(at)).toBe(true);
    await editor.undo(at);
    expect(await editor.canUndo(at)).toBe(false);
    if (old === null) expect(await readdir(folder)).toEqual(['Dockerfile']);
    else expect(await readFile(file, 'utf8')).toBe(old);
  });

  it('keeps its mode; a new one has the Dockerfile’s', async () => {
    for (const [old, mode] of [
      ['a\n', 0o664],
      [null, 0o644],
    ] as const) {
      const { at, file } = await project(old);
      if (old !== null) await chmod(file, mode);
      const editor = createIgnoreEditor();
      await editor.apply(at, ['x'], (await editor.preview(at, ['x'])).before);
      expect((await stat(file)).mode & 0o7777).toBe(mode);
    }
  });

  it('that changed since it was shown, or since it was written, is left alone', async () => {
    const { at, file, text } = await project('a\n');
    const editor = createIgnoreEditor();
    const { before } = await editor.preview(at, ['x']);
    await writeFile(file, 'mine\n');
    await expect(editor.apply(at, ['x'], before)).rejects.toMatchObject({ failure: { code: 'conflict' } });
    expect(await text()).toBe('mine\n');
    await editor.apply(at, ['x'], (await editor.preview(at, ['x'])).before);
    await writeFile(file, 'mine again\n');
    await expect(editor.undo(at)).rejects.toMatchObject({ failure: { code: 'conflict' } });
    expect(await text()).toBe('mine again\n');
  });

  it('is refused when it isn’t text, when it leads out of the project, or for a line that means nothing', async () => {
    const editor = createIgnoreEditor();
    const binary = await project(Buffer.of(0x61, 0xff, 0x0a));
    await expect(editor.preview(binary.at, ['x'])).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    });
    const outside = await project('their own\n');
    const linked = await project(null);
    await symlink(outside.file, linked.file);
    await expect(editor.preview(linked.at, ['x'])).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    });
    await expect(editor.preview(outside.at, ['['])).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    });
  });
});
