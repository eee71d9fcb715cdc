/** The forecast against what a real engine then does, over a history of builds with changes of every kind. */
import { chmod, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { createForecasts, openForecastMemory } from '../../src/main/builds/index.js';
import type { BuildState } from '../../src/shared/build-progress.js';
import { buildOptions, type BuildRequest } from '../../src/shared/contract/build-options.js';
import type { Forecast } from '../../src/shared/contract/forecast.js';
import { makeFolder } from '../support/processes.js';
import { buildWith, onDamaged, openBuilds, useEngine } from './parts.js';

const prefix = inject('namePrefix');
const image = `${prefix}forecast`;
const { docker, engine } = useEngine();

afterAll(async () => {
  await docker(['rmi', '--force', image, `${prefix}base`]).catch(() => undefined);
});

const DOCKERFILE = `FROM ${prefix}base AS build
ARG VERSION=1
WORKDIR /src
COPY package.json lock.json ./
RUN cat package.json lock.json > installed
COPY src/ src/
RUN cat src/*.js > bundle.js
ARG LATE=a
RUN echo "$LATE" > late

FROM ${prefix}base AS docs
COPY docs /docs
RUN ls /docs > /index

FROM ${prefix}base
ENV MODE=production
RUN adduser -D web
COPY --from=build /src/bundle.js /app/
COPY --from=docs /index /app/
COPY *.conf /etc/app/
WORKDIR /app
RUN echo "$MODE" > mode
COPY . /all/
USER web
CMD ["sh"]
`;

const FILES: Readonly<Record<string, string>> = {
  Dockerfile: DOCKERFILE,
  '.dockerignore': 'ignored\n*.log\n',
  'package.json': '{"name":"x"}',
  'lock.json': '{}',
  'src/a.js': 'a',
  'src/b.js': 'b',
  'docs/read.md': 'read',
  'docs/more.md': 'more',
  'app.conf': 'x=1',
  ignored: 'never sent',
  'debug.log': 'nor this',
  'README.md': 'readme',
};

type Project = {
  readonly folder: string;
  readonly write: (file: string, text: string) => Promise<void>;
  readonly replace: (from: string | RegExp, to: string) => Promise<void>;
  readonly options: Partial<BuildRequest>;
};

async function openProject() {
  const folder = await mkdtemp(join(tmpdir(), 'strata-forecast-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  let dockerfile = DOCKERFILE;
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  for (const [file, text] of Object.entries(FILES)) await write(file, text);
  const options: Partial<BuildRequest> = {};
  const project: Project = {
    folder,
    write,
    options,
    replace: async (from, to) => {
      const changed = dockerfile.replace(from, to);
      expect(changed).not.toBe(dockerfile);
      dockerfile = changed;
      await write('Dockerfile', changed);
    },
  };
  return project;
}

/** The base as another image each time: the same name, one file more. */
async function retagBase(content: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-base-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'Dockerfile'), `FROM alpine:3.20\nRUN echo ${content} > /base\n`);
  await docker(['build', '--quiet', '--tag', `${prefix}base`, folder]);
}

async function openForecasts() {
  let learnt = (): void => undefined;
  const home = await makeFolder('home');
  const forecasts = createForecasts({
    engine: engine(),
    memory: openForecastMemory(join(home, 'forecasts'), onDamaged),
    log: (message, error) => {
      throw new Error(message, { cause: error });
    },
    onLearnt: () => learnt(),
  });
  const builds = await openBuilds({ engine: engine(), home, observers: [forecasts.observer] });
  return {
    forecast: (options: BuildRequest, edited: string | null = null): Promise<Forecast> =>
      forecasts.calls.build({ options: buildOptions.parse(options), edited }),
    /** Resolves once the build has been learnt from. */
    build: async (options: BuildRequest): Promise<BuildState> => {
      const known = new Promise<void>((resolve) => (learnt = resolve));
      const { state } = await buildWith(builds, options);
      await known;
      return state;
    },
  };
}

const requestOf = ({ folder, options }: Project): BuildRequest => ({
  folder,
  dockerfile: 'Dockerfile',
  imageName: image,
  arguments: [],
  ignoreCache: false,
  pullBase: false,
  ...options,
});

/** What a person changes between builds. Each is one build; half of them are followed by one with nothing changed. */
const CHANGES: readonly (readonly [string, (project: Project) => Promise<unknown>])[] = [
  ['a source file', ({ write }) => write('src/a.js', 'a2')],
  ['the lock file', ({ write }) => write('lock.json', '{"v":2}')],
  ['a file that only COPY . takes', ({ write }) => write('README.md', 'other')],
  ['an ignored file', ({ write }) => write('ignored', 'still never sent')],
  ['the time of a file', ({ folder }) => utimes(join(folder, 'src/a.js'), 1_000_000, 1_000_000)],
  ['the mode of a file', ({ folder }) => chmod(join(folder, 'src/b.js'), 0o755)],
  ['a new source file', ({ write }) => write('src/c.js', 'c')],
  ['a file is gone', ({ folder }) => rm(join(folder, 'src/c.js'))],
  ['a file is renamed', ({ folder }) => rename(join(folder, 'docs/more.md'), join(folder, 'docs/most.md'))],
  ['a docs file whose name stays', ({ write }) => write('docs/read.md', 'reread')],
  ['a docs file whose name stays, again', ({ write }) => write('docs/read.md', 'reread again')],
  ['a new docs file', ({ write }) => write('docs/new.md', 'new')],
  ['a conf file', ({ write }) => write('app.conf', 'x=2')],
  ['another conf file', ({ write }) => write('other.conf', 'y=1')],
  [
    'an argument',
    ({ options }) => Promise.resolve(Object.assign(options, { arguments: [{ name: 'LATE', value: 'b' }] })),
  ],
  [
    'an early argument',
    ({ options }) =>
      Promise.resolve(Object.assign(options, { arguments: [{ name: 'VERSION', value: '2' }] })),
  ],
  ['no argument any more', ({ options }) => Promise.resolve(Object.assign(options, { arguments: [] }))],
  ['an argument’s default', ({ replace }) => replace('LATE=a', 'LATE=c')],
  ['a RUN line', ({ replace }) => replace('cat src/*.js > bundle.js', 'cat src/*.js src/a.js > bundle.js')],
  [
    'a RUN line that makes the same',
    ({ replace }) => replace('cat src/*.js src/a.js > bundle.js', 'cat src/*.js src/a.js >bundle.js'),
  ],
  ['a comment', ({ replace }) => replace('USER web', '# who\nUSER web')],
  ['a setting that makes no layer', ({ replace }) => replace('CMD ["sh"]', 'EXPOSE 80\nCMD ["sh", "-l"]')],
  ['a variable', ({ replace }) => replace('MODE=production', 'MODE=staging')],
  ['a variable back', ({ replace }) => replace('MODE=staging', 'MODE=production')],
  ['the ignore file', ({ write }) => write('.dockerignore', 'ignored\n*.log\nREADME.md\n')],
  [
    'the ignore file, more',
    ({ write }) => write('.dockerignore', 'ignored\n*.log\nREADME.md\ndocs/new.md\n'),
  ],
  ['the base image', () => retagBase('two')],
  ['the base image back', () => retagBase('one')],
  ['a stage alone', ({ options }) => Promise.resolve(Object.assign(options, { target: 'build' }))],
  ['all of it again', ({ options }) => Promise.resolve(Object.assign(options, { target: '' }))],
  ['a link', ({ folder }) => symlink('a.js', join(folder, 'src/link.js'))],
  [
    'a source file and the lock file',
    async ({ write }) => {
      await write('src/b.js', 'b3');
      await write('lock.json', '{"v":3}');
    },
  ],
  ['a source file back', ({ write }) => write('src/b.js', 'b')],
  ['an empty folder', ({ folder }) => mkdir(join(folder, 'docs/empty'))],
  [
    'the order of two lines',
    ({ replace }) => replace('COPY *.conf /etc/app/\nWORKDIR /app', 'WORKDIR /app\nCOPY *.conf /etc/app/'),
  ],
  ['the user', ({ replace }) => replace('RUN echo "$MODE" > mode', 'USER root\nRUN echo "$MODE" > mode')],
  ['a folder', ({ replace }) => replace('WORKDIR /app', 'WORKDIR /srv/app')],
  ['the owner of a copy', ({ replace }) => replace('COPY *.conf', 'COPY --chown=web *.conf')],
  ['ignoring the cache', ({ options }) => Promise.resolve(Object.assign(options, { ignoreCache: true }))],
  ['using it again', ({ options }) => Promise.resolve(Object.assign(options, { ignoreCache: false }))],
];

describe('the forecast of a build', () => {
  it('comes true for at least 95 of 100 steps, over more than 60 builds with changes of every kind', async () => {
    await retagBase('one');
    const project = await openProject();
    const { forecast, build } = await openForecasts();
    const wrong: string[] = [];
    let steps = 0;
    let builds = 0;
    const once = async (change: string): Promise<void> => {
      const foretold = await forecast(requestOf(project));
      const { steps: actual } = await build(requestOf(project));
      builds++;
      for (const { line, keyword, text, fate, reason } of foretold.steps) {
        if (keyword === 'FROM' || builds === 1) continue;
        const state = actual.find((step) => step.line === line)?.state;
        steps++;
        if ((state === 'cached') !== (fate === 'reused'))
          wrong.push(`${change}: ${text} (${fate}, ${reason}) was ${state}`);
      }
    };
    await once('the first');
    for (const [at, [change, make]] of CHANGES.entries()) {
      await make(project);
      await once(change);
      if (at % 2 === 0) await once(`nothing after ${change}`);
    }
    expect(builds).toBeGreaterThan(60);
    expect(steps).toBeGreaterThan(600);
    console.log(`forecast: right on ${steps - wrong.length} of ${steps} steps in ${builds} builds`);
    expect(wrong.length / steps, wrong.join('\n')).toBeLessThanOrEqual(0.05);
    const { score } = await forecast(requestOf(project));
    expect(score.builds).toBe(builds);
    expect(score.right / score.steps).toBeGreaterThanOrEqual(0.9);
  });

  it('names the files that make a step run, and what follows from them', async () => {
    await retagBase('for times of its own');
    const project = await openProject();
    const { forecast, build } = await openForecasts();
    const first = await forecast(requestOf(project));
    expect(first.isFirst).toBe(true);
    expect(first.ms).toBeNull();
    await build(requestOf(project));
    const same = await forecast(requestOf(project));
    expect(same.steps.every(({ fate }) => fate === 'reused')).toBe(true);
    expect(same.ms).toBe(0);

    const edited = await forecast(requestOf(project), 'src/a.js');
    const fates = Object.fromEntries(
      edited.steps.map(({ line, reason, changed }) => [line, [reason, changed]]),
    );
    expect(fates[5]).toEqual([null, []]);
    expect(fates[6]).toEqual(['files', ['src/a.js']]);
    expect(fates[7]).toEqual(['above', []]);
    expect(fates[18]).toEqual(['source', []]);
    expect(fates[13]).toEqual([null, []]);
    expect(edited.ms).toBeGreaterThan(0);
  });
});
