/** What Strata builds is what the docker CLI builds, and each goes on from the other's cache. */
import { chmod, link, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { BuildState } from '../../src/shared/build-progress.js';
import type { BuildRequest } from '../../src/shared/contract/build-options.js';
import { readImage } from '../support/image-contents.js';
import { buildWith, openBuilds, useEngine } from './parts.js';

const prefix = inject('namePrefix');
const { docker, engine } = useEngine();

type Entry =
  | string
  | Buffer
  | { readonly link: string }
  | { readonly same: string }
  | { readonly folder: true; readonly mode?: number }
  | { readonly text: string; readonly mode?: number; readonly time?: number };

type Fixture = {
  readonly files: Readonly<Record<string, Entry>>;
  readonly options?: Partial<BuildRequest>;
  /** The same for the docker CLI. */
  readonly args?: readonly string[];
};

const ALL = 'FROM alpine:3.20\nCOPY . /c/\n';
const tar = (name: string, content: string): Buffer => {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000640\0', 100);
  header.write('0000012\0', 108);
  header.write('0000013\0', 116);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        0', 148);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, Buffer.from(content.padEnd(512, '\0')), Buffer.alloc(1024)]);
};

const FIXTURES: Readonly<Record<string, Fixture>> = {
  'ignored files, with lines that take some back': {
    files: {
      Dockerfile: ALL,
      '.dockerignore': '# comment\n**/*.log\n!keep.log\nnode_modules\nsub/*\n!sub/kept/deep\n/only-here\n',
      'a.log': 'a',
      'x/y/b.log': 'b',
      'keep.log': 'k',
      'node_modules/m/index.js': 'm',
      'sub/one': '1',
      'sub/kept/deep/two': '2',
      'sub/kept/three': '3',
      'only-here': 'o',
      'x/only-here': 'p',
    },
  },
  'an ignore file of the Dockerfile’s own, in a folder below': {
    files: {
      'docker/web.Dockerfile': ALL,
      'docker/web.Dockerfile.dockerignore': 'b\n',
      '.dockerignore': 'a\n',
      a: 'a',
      b: 'b',
    },
    options: { dockerfile: 'docker/web.Dockerfile' },
    args: ['--file', 'docker/web.Dockerfile'],
  },
  links: {
    files: {
      Dockerfile: ALL,
      'real/file': 'x',
      dangling: { link: 'nowhere' },
      'to-folder': { link: 'real' },
      absolute: { link: '/etc/passwd' },
      'up/and/over': { link: '../../real/file' },
    },
  },
  'a copy through links': {
    files: {
      Dockerfile: 'FROM alpine:3.20\nCOPY current/file /c/\nCOPY current /d/\nCOPY link* /e/\n',
      'releases/1/file': 'one',
      current: { link: 'releases/1' },
      'link-a': { link: 'releases/1/file' },
      'link-b': 'plain',
    },
  },
  'empty folders and files': {
    files: {
      Dockerfile: ALL,
      'empty/inner': { folder: true },
      'mode-700': { folder: true, mode: 0o700 },
      none: '',
    },
  },
  'strange names': {
    files: {
      Dockerfile: ALL,
      'with space.txt': '1',
      'größe/日本語.txt': '2',
      'it\'s "quoted" $HOME `x`': '3',
      '-dash': '4',
      'emoji 🧱': '5',
      [`${'long-'.repeat(30)}/${'name-'.repeat(40)}`]: '6',
      'a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p': 'deep',
    },
  },
  modes: {
    files: {
      Dockerfile: ALL,
      'run.sh': { text: '#!/bin/sh\n', mode: 0o755 },
      private: { text: 'p', mode: 0o400 },
      open: { text: 'o', mode: 0o777 },
      setuid: { text: 's', mode: 0o4755 },
      setgid: { text: 'g', mode: 0o2755 },
      sticky: { folder: true, mode: 0o1777 },
    },
  },
  times: {
    files: {
      Dockerfile: ALL,
      old: { text: 'o', time: -86_400 },
      early: { text: 'e', time: 1 },
      late: { text: 'l', time: 4_000_000_000 },
      odd: { text: 'f', time: 1_600_000_000.123456 },
    },
  },
  'files of several names': {
    files: { Dockerfile: ALL, 'a/one': 'shared', 'b/two': { same: 'a/one' }, three: { same: 'a/one' } },
  },
  'several stages, and a target': {
    files: {
      Dockerfile:
        'FROM alpine:3.20 AS build\nWORKDIR /src\nCOPY src/ .\nRUN cat * > /out\nFROM alpine:3.20 AS test\nRUN false\nFROM alpine:3.20 AS final\nCOPY --from=build /out /app/\nCOPY --from=0 /src/a /app/\nFROM final AS last\nENV X=1\n',
      'src/a': 'a',
      'src/b': 'b',
    },
    options: { target: 'final' },
    args: ['--target', 'final'],
  },
  'arguments before and after FROM': {
    files: {
      Dockerfile:
        'ARG TAG=3.20\nARG NAME=outer\nFROM alpine:${TAG}\nARG NAME\nARG OTHER=default\nRUN echo "$NAME $OTHER" > /said\nLABEL name=$NAME other="${OTHER:-none}"\n',
    },
    options: { arguments: [{ name: 'OTHER', value: 'given "quoted" = ü' }] },
    args: ['--build-arg', 'OTHER=given "quoted" = ü'],
  },
  'a secret': {
    files: {
      Dockerfile:
        'FROM alpine:3.20\nRUN --mount=type=secret,id=key sha256sum /run/secrets/key | cut -d" " -f1 > /sum\nRUN --mount=type=secret,id=key,target=/root/k,mode=0444 ls -l /root/k | cut -c1-10 > /mode\n',
      '.dockerignore': 'key.bin',
      'key.bin': Buffer.from([0, 255, 10, 13, 128]),
    },
    options: { secrets: [{ id: 'key', from: 'file', source: 'key.bin' }] },
    args: ['--secret', 'id=key,src=key.bin'],
  },
  'globs, several sources, owners and an archive': {
    files: {
      Dockerfile:
        'FROM alpine:3.20\nRUN adduser -D web\nCOPY --chown=web:web *.txt lib? /many/\nCOPY --chown=1234:5678 lib1/x /owned\nADD packed.tar /unpacked/\nADD plain /added\n',
      'a.txt': 'a',
      'b.txt': 'b',
      'c.md': 'c',
      'lib1/x': 'x',
      'lib2/y': 'y',
      'packed.tar': tar('inside.txt', 'packed'),
      plain: 'p',
    },
  },
  'all the settings': {
    files: {
      Dockerfile:
        'FROM alpine:3.20\nENV A=1 B="two words"\nEXPOSE 80 443/udp\nVOLUME ["/data"]\nWORKDIR /w\nUSER 1000:1000\nSTOPSIGNAL SIGINT\nHEALTHCHECK --interval=5s --retries=2 CMD ["true"]\nSHELL ["/bin/sh", "-ec"]\nONBUILD RUN true\nENTRYPOINT ["sh"]\nCMD ["-l"]\nLABEL org.example.a="b c"\n',
    },
    options: { labels: [{ name: 'given', value: 'outside' }] },
    args: ['--label', 'given=outside'],
  },
  'large files': {
    files: { Dockerfile: ALL, big: Buffer.alloc(3_000_001, 'big '), odd: Buffer.alloc(262_145, 'odd ') },
  },
};

describe('the image that Strata builds, and the one of `docker build`, from the same folder', () => {
  it.each(Object.keys(FIXTURES))('have the same files, modes, owners and settings: %s', async (name) => {
    const fixture = FIXTURES[name]!;
    const folder = await project(fixture.files);
    const [ours, theirs] = [`${prefix}equal-strata`, `${prefix}equal-docker`];
    await strata(folder, ours, { ...fixture.options, ignoreCache: true });
    await docker(['build', '--no-cache', '--tag', theirs, ...(fixture.args ?? []), '.'], { cwd: folder });
    const [one, other] = [await readImage(docker, ours), await readImage(docker, theirs)];
    expect(one.layers).toEqual(other.layers);
    expect(one.config).toEqual(other.config);
    expect(one.history).toEqual(other.history);
  });
});

describe('the cache', () => {
  const files = {
    Dockerfile:
      'FROM alpine:3.20\nWORKDIR /app\nCOPY package.json .\nRUN cat package.json > done\nCOPY . .\nRUN ls -R > list\n',
    'package.json': '{}',
    'src/a b.js': 'a',
    'src/ü': { link: 'a b.js' },
    'bin/run': { text: 'x', mode: 0o755 },
    'bin/same': { same: 'bin/run' },
  } as const;

  it('of a build here serves the docker CLI, down to the last step', async () => {
    const folder = await project({ ...files, own: 'of the first' });
    const ours = await strata(folder, `${prefix}cache-strata`, {});
    expect(ours.steps.some(({ state }) => state === 'done')).toBe(true);
    await docker(['build', '--tag', `${prefix}cache-docker`, folder]);
    expect(await idOf(`${prefix}cache-docker`)).toBe(await idOf(`${prefix}cache-strata`));
  });

  it('of the docker CLI serves a build here', async () => {
    const folder = await project({ ...files, own: 'of the second' });
    await docker(['build', '--tag', `${prefix}cache-docker`, folder]);
    const { steps } = await strata(folder, `${prefix}cache-strata`, {});
    const own = steps.filter(({ name }) => /^\[\d\/\d\] (?!FROM)/.test(name));
    expect(own.map(({ state }) => state)).toEqual(own.map(() => 'cached'));
    expect(own).toHaveLength(5);
    expect(await idOf(`${prefix}cache-strata`)).toBe(await idOf(`${prefix}cache-docker`));
  });
});

const idOf = async (name: string): Promise<string> =>
  (await docker(['inspect', '--format', '{{.Id}}', name])).trim();

async function strata(
  folder: string,
  imageName: string,
  options: Partial<BuildRequest>,
): Promise<BuildState> {
  onTestFinished(async () => {
    await docker(['rmi', '--force', imageName, imageName.replace('strata', 'docker')]);
  });
  const builds = await openBuilds({ engine: engine() });
  return (await buildWith(builds, { ...options, folder, imageName })).state;
}

async function project(files: Fixture['files']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-equal-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const usual = new Date(1_700_000_000_000);
  for (const [path, entry] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    const { mode, time } = await writeEntry(folder, file, entry);
    if (mode !== undefined) await chmod(file, mode);
    if (time !== null) await utimes(file, time ?? usual, time ?? usual);
  }
  return folder;
}

/** What is still to be set: its mode, and its time unless that is null, as for a link, whose target would get it. */
async function writeEntry(
  folder: string,
  file: string,
  entry: Entry,
): Promise<{ readonly mode?: number | undefined; readonly time?: number | null | undefined }> {
  if (typeof entry === 'string' || Buffer.isBuffer(entry)) {
    await writeFile(file, entry);
    return {};
  }
  if ('link' in entry) {
    await symlink(entry.link, file);
    return { time: null };
  }
  if ('same' in entry) await link(join(folder, entry.same), file);
  else if ('folder' in entry) await mkdir(file);
  else await writeFile(file, entry.text);
  return { mode: 'mode' in entry ? entry.mode : undefined, time: 'time' in entry ? entry.time : undefined };
}
