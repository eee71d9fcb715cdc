import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installAppImage } from './app-image.js';

const OLD = 'the old one';

let folder: string;
let apps: string;
let marker: string;
let source: string;
let content: Buffer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-image-'));
  apps = mkdtempSync(join(tmpdir(), 'strata-apps-'));
  marker = join(folder, 'ran');
  source = join(folder, 'Strata-0.2.0.AppImage');
  content = Buffer.from(`#!/bin/sh\necho "$0" > '${marker}'\nexit 0\n${'#'.repeat(300_000)}\n`);
  writeFileSync(source, content);
});
afterEach(() => {
  for (const made of [folder, apps]) rmSync(made, { recursive: true, force: true });
});

const installed = (name: string): string => {
  const image = join(apps, name);
  writeFileSync(image, OLD, { mode: 0o755 });
  return image;
};
const install = (image: string, sha512 = sum(content)): Promise<void> =>
  installAppImage({ source, sha512, image });
const sum = (bytes: Buffer): string => createHash('sha512').update(bytes).digest('base64');

describe.runIf(process.platform === 'linux')('an AppImage', () => {
  it('takes the place of the old one, whole and executable, and runs', async () => {
    const image = installed('Strata.AppImage');
    await install(image);
    expect(readFileSync(image)).toEqual(content);
    expect(statSync(image).mode & 0o777).toBe(0o755);
    expect(readdirSync(apps)).toEqual(['Strata.AppImage']);
    await expect.poll(() => existsSync(marker) && readFileSync(marker, 'utf8')).toBe(`${image}\n`);
  });

  it('whose name tells its version gets the new one’s name', async () => {
    await install(installed('Strata-0.1.0.AppImage'));
    expect(readdirSync(apps)).toEqual(['Strata-0.2.0.AppImage']);
    await expect.poll(() => existsSync(marker)).toBe(true);
  });

  it('that is reached by a link is replaced, not the link', async () => {
    const image = installed('Strata.AppImage');
    const link = join(folder, 'strata');
    symlinkSync(image, link);
    await install(link);
    expect(readFileSync(image)).toEqual(content);
    expect(readFileSync(link)).toEqual(content);
    await expect.poll(() => existsSync(marker)).toBe(true);
  });

  it.each<[string, () => void]>([
    [
      'was changed',
      () => writeFileSync(source, Buffer.concat([content.subarray(1), content.subarray(0, 1)])),
    ],
    ['has become shorter', () => writeFileSync(source, content.subarray(0, 1000))],
    ['is gone', () => rmSync(source)],
  ])('stays as it is when the package %s, and nothing is left beside it', async (_what, change) => {
    for (const name of ['Strata.AppImage', 'Strata-0.1.0.AppImage']) {
      const image = installed(name);
      const signed = sum(content);
      change();
      await expect(install(image, signed)).rejects.toThrow();
      expect(readFileSync(image, 'utf8')).toBe(OLD);
      expect(readdirSync(apps)).toEqual([name]);
      rmSync(image);
      writeFileSync(source, content);
    }
    expect(existsSync(marker)).toBe(false);
  });

  it('stays when the new one can’t be started under its own name', async () => {
    content = Buffer.from('#!/nowhere/sh\n');
    writeFileSync(source, content);
    const image = installed('Strata-0.1.0.AppImage');
    await expect(install(image)).rejects.toThrow('ENOENT');
    expect(readdirSync(apps)).toEqual(['Strata-0.1.0.AppImage']);
    expect(readFileSync(image, 'utf8')).toBe(OLD);
  });
});
