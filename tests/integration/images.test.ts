import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import type { EngineService } from '../../src/main/engine/index.js';
import { createImages, watchImages, type ImageWatch } from '../../src/main/images/index.js';
import type { ImageDetail, ImagesChange } from '../../src/shared/contract/images.js';
import { dockerFor, startEngine, type TestEngine } from '../support/engine.js';
import { makeFolder, run } from '../support/processes.js';
import { failureOf, openEngine } from './parts.js';

const prefix = inject('namePrefix');
let engine: EngineService;
let watch: ImageWatch;
let images: ReturnType<typeof createImages>;
let docker: TestEngine['docker'];

beforeAll(async () => {
  engine = openEngine(inject('engineHost'));
  watch = watchImages(engine, () => undefined);
  images = createImages({ engine, list: watch.list });
  docker = await dockerFor(inject('engineHost'));
});
afterAll(() => {
  watch.stop();
  engine.stop();
});

/** Builds `dockerfile` as a name of the run's own, which goes with the test. */
async function build(name: string, dockerfile: string, builder: 'BuildKit' | 'classic' = 'BuildKit') {
  const reference = `${prefix}${name}`;
  removeAfterwards(reference);
  await docker(['build', '--quiet', '--tag', reference, '-'], {
    input: dockerfile,
    env: { DOCKER_BUILDKIT: builder === 'BuildKit' ? '1' : '0' },
  });
  return reference;
}

function removeAfterwards(...names: readonly string[]): void {
  onTestFinished(async () => {
    for (const name of names) await docker(['rmi', '--force', name]).catch(() => undefined);
  });
}

const idOf = async (name: string) => (await docker(['inspect', '--format', '{{.Id}}', name])).trim();
const instructions = ({ steps }: ImageDetail) => steps.map(({ instruction }) => instruction);

/** Which layer each row made, as the image's own configuration says: only an archive holds that. */
async function truth(name: string): Promise<readonly (string | null)[]> {
  const folder = await makeFolder('save');
  onTestFinished(() => rm(folder, { recursive: true }));
  const archive = join(folder, 'a.tar');
  await docker(['save', '--output', archive, name]);
  await run('tar', ['-xf', archive, '-C', folder]);
  const manifest = await readFile(join(folder, 'manifest.json'), 'utf8');
  const [{ Config }] = JSON.parse(manifest) as [{ readonly Config: string }];
  const { history, rootfs } = JSON.parse(await readFile(join(folder, Config), 'utf8')) as {
    readonly history: readonly { readonly empty_layer?: boolean }[];
    readonly rootfs: { readonly diff_ids: readonly string[] };
  };
  let layer = 0;
  return history.map(({ empty_layer: empty }) => (empty ? null : (rootfs.diff_ids[layer++] ?? null)));
}

const everyInstruction = `FROM alpine:3.20
ARG Y=hello
ENV A=1
WORKDIR /app
RUN true
RUN echo hi > /a
RUN mkdir /empty
RUN ["sh", "-c", "echo x > /b"]
SHELL ["/bin/sh", "-e", "-c"]
RUN echo c > /c
WORKDIR /app
WORKDIR /app/new
COPY --from=busybox:1.36 /etc/passwd /copied
USER 1000
EXPOSE 80
VOLUME /v
ENTRYPOINT ["sh"]
CMD ["-c", "true"]
`;

describe('an image’s layers', () => {
  it.each(['BuildKit', 'classic'] as const)(
    'belong to the instructions that made them, as %s recorded it',
    async (builder) => {
      const name = await build(`every-${builder.toLowerCase()}`, everyInstruction, builder);
      const detail = await images.inspect({ image: name });
      expect(detail.steps.map(({ diffId }) => diffId)).toEqual(await truth(name));
      const own = instructions(detail).slice(-17);
      expect(own).toEqual([
        'ARG Y=hello',
        'ENV A=1',
        'WORKDIR /app',
        'RUN true',
        'RUN echo hi > /a',
        'RUN mkdir /empty',
        'RUN echo x > /b',
        'SHELL [/bin/sh -e -c]',
        'RUN echo c > /c',
        'WORKDIR /app',
        'WORKDIR /app/new',
        builder === 'BuildKit' ? 'COPY /etc/passwd /copied' : 'COPY … /copied',
        'USER 1000',
        builder === 'BuildKit' ? 'EXPOSE 80/tcp' : 'EXPOSE 80',
        'VOLUME /v',
        'ENTRYPOINT ["sh"]',
        'CMD ["-c", "true"]',
      ]);
      expect(detail.settings).toMatchObject({
        entrypoint: ['sh'],
        command: ['-c', 'true'],
        user: '1000',
        workingDirectory: '/app/new',
        ports: ['80/tcp'],
        volumes: ['/v'],
      });
      expect(JSON.parse(detail.raw)).toMatchObject({ Id: detail.id });
    },
  );

  it('of an import are told by what the engine says of it', async () => {
    const folder = await makeFolder('import');
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'hello'), 'hello');
    await run('tar', ['-cf', join(folder, 'a.tar'), '-C', folder, 'hello']);
    const name = `${prefix}imported:1`;
    removeAfterwards(name);
    await docker(['import', join(folder, 'a.tar'), name]);
    const { steps, references, size } = await images.inspect({ image: name });
    expect(steps).toMatchObject([
      { index: 0, instruction: 'Imported from -', diffId: expect.stringMatching(/^sha256:/), size },
    ]);
    expect(references).toEqual([name]);
  });

  it('say which other images stand on them, chain by chain', async () => {
    const below = await build('below', 'FROM alpine:3.20\nRUN echo 1 > /1\n');
    const above = await build('above', `FROM ${below}\nRUN echo 2 > /2\n`);
    const [{ steps: own }, sharing] = await Promise.all([
      images.inspect({ image: above }),
      images.sharing({ image: above }),
      // Callers at the same time share one pass.
      images.sharing({ image: below }),
    ]);
    const layers = own.flatMap(({ diffId }) => diffId ?? []);
    expect(Object.keys(sharing)).toEqual(layers);
    expect(sharing[layers[0]!]).toContain('alpine:3.20');
    expect(sharing[layers.at(-2)!]).toEqual([`${below}:latest`]);
    expect(sharing[layers.at(-1)!]).toEqual([]);
  });
});

describe('the list', () => {
  it('has what the docker CLI lists', async () => {
    const lines = await docker(['images', '--no-trunc', '--format', '{{.ID}} {{.Repository}}:{{.Tag}}']);
    const listed = (await images.list()).flatMap(({ id, references }) =>
      (references.length === 0 ? ['<none>:<none>'] : references).map((name) => `${id} ${name}`),
    );
    expect([...listed].sort()).toEqual(lines.trim().split('\n').sort());
  });

  it('keeps hostile text as text', async () => {
    const value = '<script>alert(1)</script> ${x} $(id) ../../etc "q" \u202e';
    const name = `${prefix}hostile:1`;
    removeAfterwards(name);
    await docker(['build', '--quiet', '--label', `evil=${value}`, '--tag', name, '-'], {
      input: 'FROM alpine:3.20\nRUN echo "<img src=x onerror=alert(1)>" > /x\n',
    });
    const { settings, steps } = await images.inspect({ image: name });
    expect(settings.labels).toContainEqual({ name: 'evil', value });
    expect(steps.map(({ instruction }) => instruction)).toContain(
      'RUN echo "<img src=x onerror=alert(1)>" > /x',
    );
  });

  it.each(['../containers', 'a/json?all=1', 'A B', 'a#b'])(
    'is not left by a name such as %s',
    async (image) => {
      const failures = await Promise.all([
        failureOf(images.inspect({ image })),
        failureOf(images.sharing({ image })),
        failureOf(images.remove({ image })),
      ]);
      expect(failures.map(({ code }) => code)).toEqual(failures.map(() => 'invalid-input'));
    },
  );

  it('says what isn’t there', async () => {
    const failure = await failureOf(images.inspect({ image: `${prefix}nowhere` }));
    expect(failure).toMatchObject({
      code: 'not-found',
      title: `${prefix}nowhere is not on this engine`,
      cause: expect.stringMatching(/no such image/i),
    });
  });
});

describe('an image is removed', () => {
  it('with all of its names', async () => {
    const name = await build('many', 'FROM alpine:3.20\nRUN echo many > /x\n');
    const id = await idOf(name);
    removeAfterwards(`${prefix}many-too:2`);
    await docker(['tag', name, `${prefix}many-too:2`]);
    const removed = await images.remove({ image: name });
    expect([...removed.untagged].sort()).toEqual([`${prefix}many-too:2`, `${name}:latest`]);
    expect(removed.deleted).toContain(id);
    expect((await failureOf(images.inspect({ image: id }))).code).toBe('not-found');
  });

  it('not while a container was made from it: it is named, and no name is lost', async () => {
    const name = await build('used', 'FROM alpine:3.20\nRUN echo used > /x\n');
    const container = `${prefix}container`;
    removeAfterwards(`${name}:2`);
    onTestFinished(() => docker(['rm', '--force', container]).then(() => undefined));
    await docker(['tag', name, `${name}:2`]);
    await docker(['create', '--name', container, name, 'true']);

    const failure = await failureOf(images.remove({ image: name }));
    expect(failure).toMatchObject({ code: 'conflict', title: `${name} is in use` });
    expect(failure.detail).toContain(container);
    expect((await images.inspect({ image: name })).references).toEqual([`${name}:2`, `${name}:latest`]);
  });

  it('not while an image of the classic builder stands on it: no name is lost', async () => {
    const below = await build('parent', 'FROM alpine:3.20\nRUN echo parent > /x\n', 'classic');
    const above = await build('child', `FROM ${below}\nCMD ["x"]\n`, 'classic');
    const failure = await failureOf(images.remove({ image: below }));
    expect(failure.code).toBe('conflict');
    expect(failure.detail).toContain(`${above}:latest`);
    expect((await images.inspect({ image: below })).references).toEqual([`${below}:latest`]);
  });

  it('when it has no name at all', async () => {
    const name = await build('nameless', 'FROM alpine:3.20\nRUN echo nameless > /x\n');
    const id = await idOf(name);
    await docker(['tag', 'alpine:3.20', `${name}:latest`]);
    expect((await images.inspect({ image: id })).references).toEqual([]);
    expect((await images.remove({ image: id })).deleted).toContain(id);
  });
});

describe('the traits of images', () => {
  it('are their platform and layers; an image that is gone has none', async () => {
    const gone = `sha256:${'0'.repeat(64)}`;
    const id = await idOf('alpine:3.20');
    const platform = await docker(['inspect', '--format', '{{.Os}}/{{.Architecture}}', id]);
    const layers = await docker(['inspect', '--format', '{{join .RootFS.Layers " "}}', id]);
    expect(await images.traits({ images: [gone, id] })).toEqual([
      { id, platform: platform.trim(), layers: layers.trim().split(' ') },
    ]);
  });
});

describe('changes', () => {
  it('are told within half a second of their event, and nothing else is', async () => {
    const name = `${prefix}live:1`;
    removeAfterwards(name);
    const id = await idOf('alpine:3.20');
    const own = openEngine(inject('engineHost'));
    onTestFinished(() => own.stop());
    const changes = follow(own);
    await changes.until((change) => change.upserted.some((row) => row.id === id));

    let eventAt = Infinity;
    own.onEvent(({ action }) => {
      if (action === 'tag') eventAt = performance.now();
    });
    await docker(['tag', 'alpine:3.20', name]);
    const added = await changes.until(({ upserted }) =>
      upserted.some(({ references }) => references.includes(name)),
    );
    expect(performance.now() - eventAt).toBeLessThan(500);
    expect(added.upserted.map((row) => row.id)).toEqual([id]);

    await docker(['rmi', name]);
    await changes.until(({ upserted }) =>
      upserted.some((row) => row.id === id && !row.references.includes(name)),
    );
  });

  it('of containers are told with the image that they were made from', async () => {
    const name = await build('made-from', 'FROM alpine:3.20\nRUN echo made-from > /x\n');
    const id = await idOf(name);
    const container = `${prefix}made`;
    onTestFinished(() =>
      docker(['rm', '--force', container]).then(
        () => undefined,
        () => undefined,
      ),
    );
    const own = openEngine(inject('engineHost'));
    onTestFinished(() => own.stop());
    const changes = follow(own);
    const usedBy = (names: readonly string[]) =>
      changes.until(({ upserted }) =>
        upserted.some((row) => row.id === id && row.containers?.names.join() === names.join()),
      );
    await usedBy([]);
    await docker(['create', '--name', container, name, 'true']);
    const told = await usedBy([container]);
    expect(told.upserted.map((row) => row.id)).toEqual([id]);
    await docker(['rm', container]);
    await usedBy([]);
  });

  it.runIf(inject('engineIsPrivate'))('made while the engine was away are told when it is back', async () => {
    const other = await startEngine();
    // Not stop(): what a killed engine had mounted goes with the sandbox, and can't be removed before.
    onTestFinished(() => other.kill());
    const folder = await makeFolder('import');
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'hello'), 'hello');
    await run('tar', ['-cf', join(folder, 'a.tar'), '-C', folder, 'hello']);
    const own = openEngine(other.host);
    onTestFinished(() => own.stop());
    const changes = follow(own);
    await other.docker(['import', join(folder, 'a.tar'), 'first:1']);
    await changes.until(({ upserted }) => upserted.some(({ references }) => references[0] === 'first:1'));

    await other.kill();
    await other.restart();
    await other.docker(['tag', 'first:1', 'second:1']);
    await changes.until(({ upserted }) => upserted.some(({ references }) => references[1] === 'second:1'));
  });

  function follow(of: EngineService) {
    const seen: ImagesChange[] = [];
    let onChange: (change: ImagesChange) => void = () => undefined;
    const { stop } = watchImages(of, (change) => {
      seen.push(change);
      onChange(change);
    });
    onTestFinished(stop);
    return {
      /** The first change, already told or yet to come, for which `holds`. */
      until: (holds: (change: ImagesChange) => boolean) =>
        new Promise<ImagesChange>((resolve) => {
          const known = seen.find(holds);
          if (known) resolve(known);
          onChange = (change) => {
            if (holds(change)) resolve(change);
          };
        }),
    };
  }
});
