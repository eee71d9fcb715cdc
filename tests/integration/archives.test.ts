import { createWriteStream } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDrafts } from '../../src/main/files/index.js';
import { createArchives } from '../../src/main/archives/index.js';
import type { ArchiveProgress } from '../../src/shared/contract/archives.js';
import { startEngine } from '../support/engine.js';
import { makeFolder, run } from '../support/processes.js';
import { failureOf, openEngine, useEngine } from './parts.js';

const following = (onStep: (step: ArchiveProgress, cancel: () => void) => void = () => undefined) => {
  const abort = new AbortController();
  const steps: ArchiveProgress[] = [];
  return {
    steps,
    run: {
      id: 'test',
      signal: abort.signal,
      report: (step: ArchiveProgress) => {
        steps.push(step);
        onStep(step, () => abort.abort());
      },
    },
  };
};

describe.runIf(inject('engineIsPrivate'))('archives', () => {
  const { docker, engine } = useEngine();
  const [one, two] = ['archives-test:1', 'archives-test/with/path:2'];
  let folder: string;
  let archives: ReturnType<typeof createArchives>;

  const archivesOn = (service: ReturnType<typeof engine>, target: () => string) =>
    createArchives({
      engine: service,
      drafts: openDrafts(join(folder, 'home'), Date.now()),
      chooseTarget: () => Promise.resolve(target()),
      chooseSource: () => Promise.resolve(null),
    });
  let target = '';
  const place = (name: string): string => (target = join(folder, name));
  /** As the app does: first the user chooses, then it is saved there. */
  const save = async (images: readonly string[], file: string, follow = following()) => {
    await archives.chooseTarget({ name: 'any' });
    return archives.save.run({ images: [...images], file }, follow.run);
  };
  const load = (file: string, follow = following()) => archives.load.run({ file }, follow.run);
  const idOf = async (name: string) => (await docker(['inspect', '--format', '{{.Id}}', name])).trim();
  const remove = (...names: readonly string[]) => docker(['rmi', '--force', ...names]).catch(() => undefined);

  beforeAll(async () => {
    folder = await makeFolder('archives');
    archives = archivesOn(engine(), () => target);
    const build = (name: string, text: string) =>
      docker(['build', '--quiet', '--tag', name, '-'], { input: text, env: { DOCKER_BUILDKIT: '1' } });
    await build(one, 'FROM alpine:3.20\nRUN head -c 3000000 /dev/urandom > /one\nCMD ["one"]\n');
    await build(two, 'FROM alpine:3.20\nRUN echo two > /two\n');
  });
  afterAll(async () => {
    await remove(one, two, 'archives-test:rootfs');
    await rm(folder, { recursive: true, force: true });
  });

  it.each(['both.tar', 'both.tar.gz'])(
    'saves several images as %s, and loads them as they were',
    async (name) => {
      const file = place(name);
      const ids = [await idOf(one), await idOf(two)];
      const follow = following();
      const saved = await save([one, two], file, follow);
      const { size, mode } = await stat(file);
      expect(saved).toEqual({ file, bytes: size, images: [one, two] });
      expect(mode & 0o777).toBe(0o600);
      expect(follow.steps[0]).toMatchObject({ phase: 'preparing', bytes: 0 });
      expect(follow.steps.at(-1)?.phase).toBe('finishing');
      const bytes = follow.steps.map((step) => step.bytes);
      expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));

      await remove(one, two);
      const loaded = await load(file);
      expect(loaded.names).toEqual([
        { reference: two, image: ids[1], before: null },
        { reference: one, image: ids[0], before: null },
      ]);
      expect(loaded.words).toContain(`Loaded image: ${one}`);
      expect([await idOf(one), await idOf(two)]).toEqual(ids);
    },
  );

  it.each(['xz', 'bzip2'])('loads an archive that %s compressed, sent as it is', async (tool) => {
    const plain = place('plain.tar');
    await save([one], plain);
    const id = await idOf(one);
    const packed = `${plain}.${tool}`;
    await run('sh', ['-c', `${tool} -c "$1" > "$2"`, 'sh', plain, packed]);
    expect(await archives.contents({ file: packed })).toMatchObject({ kind: 'compressed', names: [] });
    await remove(one);
    expect((await load(packed)).names).toEqual([{ reference: one, image: id, before: null }]);
  });

  it('tells what an archive holds, and which names would move', async () => {
    const file = place('contents.tar');
    await save([one, two], file);
    const [first, second] = [await idOf(one), await idOf(two)];
    await docker(['tag', two, one]);
    expect(await archives.contents({ file })).toEqual({
      file,
      bytes: (await stat(file)).size,
      kind: 'images',
      names: [
        { reference: two, image: second, now: second },
        { reference: one, image: first, now: second },
      ],
      unnamed: 0,
    });
    expect((await load(file)).names).toContainEqual({ reference: one, image: first, before: second });
  });

  it('writes nowhere that the user did not choose, and there only once', async () => {
    const file = place('chosen.tar');
    await save([two], file);
    expect(() => archives.save.run({ images: [two], file }, following().run)).toThrow('did not choose');
  });

  it.each(['an unknown image', 'a cancel'])(
    '%s leaves the former file as it was, and nothing beside it',
    async (what) => {
      const file = place('former.tar');
      await writeFile(file, 'former');
      const follow = following(({ phase }, cancel) => {
        if (what === 'a cancel' && phase === 'moving') cancel();
      });
      const failure = await failureOf(save([what === 'a cancel' ? one : 'archives-test:none'], file, follow));
      expect(failure.code).toBe(what === 'a cancel' ? 'cancelled' : 'not-found');
      expect(await readFile(file, 'utf8')).toBe('former');
      expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    },
  );

  it('says that the disk is full, and leaves nothing on it', async () => {
    const disk = join(folder, 'disk');
    await run('mkdir', [disk]);
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'disk', disk]);
    try {
      target = join(disk, 'large.tar');
      expect(await failureOf(save([one], target))).toMatchObject({ code: 'disk-full' });
      expect(await readdir(disk)).toEqual([]);
    } finally {
      await run('umount', [disk]);
    }
  });

  it('saves under the longest name that a folder takes, and says when one is too long', async () => {
    const file = place(`${'n'.repeat(251)}.tar`);
    expect((await save([two], file)).file).toBe(file);
    expect(await failureOf(save([two], place(`${'n'.repeat(252)}.tar`)))).toMatchObject({
      code: 'invalid-input',
    });
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('refuses what is no archive, a cut one and a filesystem before anything is sent', async () => {
    const text = place('text.tar');
    await writeFile(text, 'no archive'.repeat(1000));
    const whole = place('whole.tar');
    await save([one], whole);
    const cut = place('cut.tar');
    const bytes = await readFile(whole);
    await writeFile(cut, bytes.subarray(0, bytes.length / 2));
    const root = place('root.tar');
    await run('sh', [
      '-c',
      'mkdir -p "$1/r/etc" && echo hi > "$1/r/etc/motd" && tar -cf "$2" -C "$1/r" .',
      'sh',
      folder,
      root,
    ]);
    for (const file of [text, cut, root]) {
      const follow = following();
      expect(await failureOf(load(file, follow))).toMatchObject({ code: 'invalid-input' });
      expect(follow.steps).toEqual([]);
    }
    expect(await failureOf(load(join(folder, 'none.tar')))).toMatchObject({ code: 'not-found' });
    expect(await failureOf(load(folder))).toMatchObject({ code: 'invalid-input' });
  });

  it('is never a success with a compressed archive that is cut', async () => {
    const whole = place('whole.tar.gz');
    await save([one], whole);
    const bytes = await readFile(whole);
    const cut = place('cut.tar.gz');
    await writeFile(cut, bytes.subarray(0, bytes.length / 2));
    const failure = await failureOf(load(cut));
    expect(failure.code).toBe('engine-refused');
    expect(failure.cause).toMatch(/unexpected EOF/i);
  });

  it('imports a filesystem with its settings, moves no name unasked, and loads no images that way', async () => {
    const file = place('rootfs.tar');
    await run('sh', [
      '-c',
      'mkdir -p "$1/f/etc" && echo hi > "$1/f/etc/motd" && tar -cf "$2" -C "$1/f" .',
      'sh',
      folder,
      file,
    ]);
    const input = {
      file,
      reference: 'archives-test:rootfs',
      changes: ['CMD ["sh"]', 'ENV A=1'],
      move: false,
    };
    const made = await archives.import.run(input, following().run);
    expect(made.names).toEqual([
      { reference: 'archives-test:rootfs', image: await idOf('archives-test:rootfs'), before: null },
    ]);
    const config = await docker([
      'inspect',
      '--format',
      '{{json .Config.Cmd}} {{json .Config.Env}}',
      'archives-test:rootfs',
    ]);
    expect(config.trim()).toBe('["sh"] ["A=1"]');
    expect(await failureOf(archives.import.run({ ...input, reference: two }, following().run))).toMatchObject(
      {
        code: 'conflict',
      },
    );
    const images = place('images.tar');
    await save([two], images);
    expect(await failureOf(archives.import.run({ ...input, file: images }, following().run))).toMatchObject({
      code: 'invalid-input',
    });
    expect(
      (await failureOf(archives.import.run({ ...input, move: true, changes: ['NONSENSE'] }, following().run)))
        .code,
    ).toBe('engine-refused');
  });

  it('says so when the load is cancelled or the engine dies midway, and works again after', async () => {
    const file = place('again.tar');
    await save([one], file);
    const id = await idOf(one);
    const cancelled = following(({ phase }, cancel) => phase === 'moving' && cancel());
    expect((await failureOf(load(file, cancelled))).code).toBe('cancelled');
    expect((await load(file)).names[0]?.image).toBe(id);

    const own = await startEngine();
    const service = openEngine(own.host);
    try {
      await service.reconnect();
      const other = archivesOn(service, () => target);
      // More than what fits between file and engine, so that it is still on its way.
      const large = place('large.tar');
      await run('sh', ['-c', 'cp "$1" "$2" && chmod 600 "$2"', 'sh', file, large]);
      await new Promise((resolve, reject) => {
        const padding = createWriteStream(large, { flags: 'r+', start: 256 * 1024 * 1024 });
        padding.on('error', reject).end(Buffer.alloc(1024), () => resolve(null));
      });
      let killed: Promise<void> | undefined;
      const follow = following(({ phase }) => {
        if (phase === 'moving') killed ??= own.kill();
      });
      const failure = await failureOf(other.load.run({ file: large }, follow.run));
      expect(failure.code).toMatch(/^(interrupted|engine-unreachable)$/);
      await killed;
      await own.restart();
      await service.reconnect();
      expect((await other.load.run({ file }, following().run)).names[0]?.image).toBe(id);
      target = join(folder, 'cut-save.tar');
      await other.chooseTarget({ name: 'any' });
      let again: Promise<void> | undefined;
      const saving = following(({ phase }) => {
        if (phase === 'moving') again ??= own.kill();
      });
      // It may have come through before the engine was gone; then it is whole.
      const outcome = await other.save
        .run({ images: [one], file: target }, saving.run)
        .catch((error: unknown) => error);
      await again;
      if (outcome instanceof Error) expect(await readdir(folder)).not.toContain('cut-save.tar');
      else expect((await load(target)).names[0]?.image).toBe(id);
    } finally {
      service.stop();
      await own.stop();
    }
  });
});
