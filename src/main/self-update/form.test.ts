import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formOf } from './form.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-form-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const linux = (executable: string, environment: NodeJS.ProcessEnv = {}) =>
  formOf({ platform: 'linux', environment, executable, resources: folder });

describe('the form in which Strata was installed', () => {
  it('is what the package says, where a package manager puts it', () => {
    expect(linux('/opt/Strata/strata')).toBeNull();
    for (const form of ['deb', 'rpm']) {
      writeFileSync(join(folder, 'package-type'), `${form}\n`);
      expect(linux('/opt/Strata/strata')).toBe(form);
      // The same folder, unpacked from a tar.gz.
      expect(linux('/home/ada/strata-0.1.0/strata')).toBeNull();
    }
    writeFileSync(join(folder, 'package-type'), 'pacman');
    expect(linux('/opt/Strata/strata')).toBeNull();
  });

  it.runIf(process.platform !== 'win32')('is an AppImage only inside its own mount', () => {
    const inherited = { APPIMAGE: '/home/ada/Editor.AppImage', APPDIR: '/tmp/.mount_Editor' };
    expect(linux('/tmp/.mount_Strata/strata', { APPIMAGE: '/a', APPDIR: '/tmp/.mount_Strata' })).toBe(
      'appimage',
    );
    // A terminal in somebody else's AppImage hands its own down: that file must never be replaced.
    expect(linux('/home/ada/strata/strata', inherited)).toBeNull();
    expect(linux('/tmp/.mount_Editor2/strata', inherited)).toBeNull();
  });

  it('is an installer’s on Windows where its uninstaller lies beside it, else a zip', () => {
    const windows = () =>
      formOf({
        platform: 'win32',
        environment: {},
        executable: join(folder, 'Strata.exe'),
        resources: folder,
      });
    expect(windows()).toBeNull();
    writeFileSync(join(folder, 'Uninstall Strata.exe'), '');
    expect(windows()).toBe('nsis');
  });
});
