import { afterEach, expect, it, vi } from 'vitest';
import { fakeClient, type FakeClient } from '../../../tests/support/fake-client.js';
import { buildOptions, type BuildOptions } from '../../shared/contract/build-options.js';
import { FailureError } from '../../shared/failure.js';
import { BuildDesk } from './build.svelte.js';
import { JobsState } from './jobs.svelte.js';
import { SettingsState } from './settings.svelte.js';
import { defaultImageList, noRegistryExceptions } from '../../shared/contract/app.js';

let fake: FakeClient;
let built: BuildOptions[];
let recent: string[];
const preferences = {
  theme: 'system',
  zoom: 1,
  pushedTo: [],
  historyLimitBytes: 200_000_000,
  imageList: defaultImageList,
  registryExceptions: noRegistryExceptions,
} as const;
let gone = false;
let remembered: BuildOptions | null = null;
afterEach(() => fake.end());

const missing = new FailureError({ code: 'not-found', title: '“/src/app” is not there', detail: '' });

function desk(): BuildDesk {
  built = [];
  recent = ['/src/old', '/src/app'];
  gone = false;
  remembered = null;
  fake = fakeClient({
    app: {
      settings: () =>
        Promise.resolve({
          ...preferences,
          pushedTo: [],
          recentChoices: [],
          engine: null,
          updateChannel: 'stable',
          looksForUpdates: true,
          notifications: true,
          language: 'system',
          recentFolders: recent,
        }),
      changeSettings: (change) => {
        recent = change.recentFolders ?? recent;
        return Promise.resolve({
          ...preferences,
          pushedTo: [],
          recentChoices: [],
          engine: null,
          updateChannel: 'stable',
          looksForUpdates: true,
          notifications: true,
          language: 'system',
          recentFolders: recent,
        });
      },
    },
    builds: {
      project: ({ folder }) =>
        gone
          ? Promise.reject(missing)
          : Promise.resolve({
              folder,
              title: 'app',
              imageName: `${folder.split('/').at(-1)}:latest`,
              dockerfiles: ['Dockerfile', 'worker.Dockerfile'],
              ignoreFile: null,
            }),
      dockerfile: ({ dockerfile }) =>
        gone
          ? Promise.reject(missing)
          : Promise.resolve({
              path: dockerfile,
              text: `FROM alpine AS ${dockerfile}`,
              revision: '1',
              isWhole: true,
              stages: dockerfile === 'Dockerfile' ? ['build'] : [],
              arguments: [{ name: 'VERSION', value: '1' }],
            }),
      remembered: ({ folder }) => Promise.resolve(remembered?.folder === folder ? remembered : null),
      run: {
        title: ({ imageName }) => `Build ${imageName}`,
        run: (options, { signal, report }) => {
          built.push(options);
          report({ type: 'context', files: 3, bytes: 300 });
          return new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () =>
              reject(new FailureError({ code: 'cancelled', title: 'Cancelled', detail: '' })),
            );
          });
        },
      },
    },
  });
  return new BuildDesk(fake.client, new JobsState(fake.client), new SettingsState(fake.client));
}

it('proposes a name and a Dockerfile, until the user writes another name', async () => {
  const builds = desk();
  await builds.open(' /src/app ');
  const project = builds.current!;
  expect(project).toMatchObject({ imageName: 'app:latest', dockerfile: 'Dockerfile' });
  project.imageName = 'mine:1';
  await project.refresh();
  expect(project.imageName).toBe('mine:1');
});

it('shows a folder as it was left', async () => {
  const builds = desk();
  await builds.open('/src/app');
  builds.current!.choices.ignoreCache = true;
  await builds.open('/src/other');
  expect(builds.current!.choices.ignoreCache).toBe(false);
  await builds.open('/src/app');
  expect(builds.current!.choices.ignoreCache).toBe(true);
});

it('opens a project as it was last built', async () => {
  const builds = desk();
  remembered = {
    ...buildOptions.parse({
      folder: '/src/app',
      dockerfile: 'worker.Dockerfile',
      imageName: 'worker:3',
      arguments: [
        { name: 'VERSION', value: '2' },
        { name: 'OWN', value: 'x' },
      ],
      secrets: [{ id: 'npm', from: 'file', source: '.npmrc' }],
      ignoreCache: false,
      pullBase: true,
      network: 'none',
      extraTags: ['worker:latest'],
    }),
  };
  await builds.open('/src/app');
  const project = builds.current!;
  expect(buildOptions.parse(project.options)).toEqual(remembered);
  expect(project.choices.changes).toBe(6);
  expect(project.choices.problem).toBeNull();
  await builds.open('/src/other');
  expect(builds.current).toMatchObject({ imageName: 'other:latest', dockerfile: 'Dockerfile' });
});

it('lets go of a target stage that another Dockerfile doesn’t have', async () => {
  const builds = desk();
  await builds.open('/src/app');
  const project = builds.current!;
  project.choices.target = 'build';
  await project.chooseDockerfile('worker.Dockerfile');
  expect(project.choices.target).toBe('');
});

it('sends what was chosen, follows the build, and remembers the folder', async () => {
  const builds = desk();
  await builds.open('/src/app');
  const project = builds.current!;
  project.choices.platform = ' linux/arm64 ';
  await builds.build(project);
  expect(built).toEqual([
    {
      folder: '/src/app',
      dockerfile: 'Dockerfile',
      imageName: 'app:latest',
      platform: 'linux/arm64',
      arguments: [],
      labels: [],
      secrets: [],
      sshAgent: false,
      ignoreCache: false,
      pullBase: false,
      network: 'default',
      extraTags: [],
      cacheFrom: [],
    },
  ]);
  await vi.waitFor(() => expect(project.run?.job.state.contextFiles).toBe(3));
  expect(recent).toEqual(['/src/app', '/src/old']);
});

it('shows a running build again, also one that this window did not start', async () => {
  const builds = desk();
  await builds.open('/src/app');
  await builds.build(builds.current!);
  const { summary } = builds.current!.run!.job;
  await builds.open('/src/other');
  builds.show(summary);
  expect(builds.current?.folder).toBe('/src/app');

  const later = new BuildDesk(fake.client, new JobsState(fake.client), new SettingsState(fake.client));
  later.show(summary);
  expect(later.current?.folder).toBe('');
  await vi.waitFor(() => expect(later.current?.run?.job.state.contextFiles).toBe(3));
});

it('keeps what was typed and what was read when the folder vanishes', async () => {
  const builds = desk();
  await builds.open('/src/app');
  const project = builds.current!;
  project.imageName = 'mine:1';
  gone = true;
  await project.readDockerfile();
  expect(project.source?.ok).toBe(true);
  await project.refresh();
  expect(project.project).toMatchObject({ ok: true });
  await builds.open('/src/app');
  expect(project.project).toMatchObject({ ok: false });
  expect(project.imageName).toBe('mine:1');
});
