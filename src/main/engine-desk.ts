/** All that stands on one engine: the way to it, what is known of it, and the contract's answers about it. */
import { setTimeout } from 'node:timers/promises';
import type { EngineStatus } from '../shared/contract/engine.js';
import type { Emitters, Handlers } from '../shared/contract/define.js';
import type { StrataContract } from '../shared/contract/index.js';
import { chooseArchiveSource, chooseArchiveTarget } from './app/archive-files.js';
import type { Desk, Seats } from './app/desks.js';
import { chooseTarget } from './app/save-target.js';
import { createArchives } from './archives/index.js';
import { createBuilds, createForecasts } from './builds/index.js';
import { createContainers } from './containers/index.js';
import { createDisk } from './disk/index.js';
import { createEngine, findStarters, startEngine } from './engine/index.js';
import { createImages, watchImages } from './images/index.js';
import type { Installation } from './installation.js';
import type { JobStart } from './ipc/jobs.js';
import { createLayerFiles } from './layers/index.js';
import { connectToRegistries, createBrowse, createRegistry, remembered } from './registry/index.js';
import { createTags } from './tags/index.js';

type All = Handlers<StrataContract>;
/** The answers that depend on the engine. Which one a window looks at is not for an engine to say. */
export type EngineAnswers = Pick<
  All,
  | 'images'
  | 'tags'
  | 'containers'
  | 'layers'
  | 'archives'
  | 'disk'
  | 'builds'
  | 'forecast'
  | 'registry'
  | 'repositories'
  | 'push'
  | 'pulls'
  | 'updates'
> & { readonly engine: Omit<All['engine'], 'choose'> };

export type EngineDesk = Desk & {
  readonly answers: EngineAnswers;
  readonly status: () => EngineStatus;
  /** Tries at once. Answers with what came of it. */
  readonly reconnect: () => Promise<EngineStatus>;
  /** As the job centre's; the job goes on here, wherever the window that started it looks by then. */
  readonly startJob: (job: Omit<JobStart, 'engine'>) => string;
  /** Makes what speaks with registries forget its tokens: of one registry, or of all. */
  readonly forgetTokens: (registry?: string) => void;
};

export type EngineDeskParts = {
  readonly installation: Installation;
  readonly place: string | null;
  readonly seats: Seats;
  /** Tells the windows that look at this engine. */
  readonly tellHere: (tell: (to: Emitters<StrataContract>) => void) => void;
  /** It is connected or not, or found elsewhere. */
  readonly onStatus: () => void;
};

/** How long what follows ended work may keep a desk that nobody needs. */
const SETTLE_LIMIT_MS = 30_000;
const environment = process.env;

/** Starts to connect. */
export function openEngineDesk({
  installation,
  place,
  seats,
  tellHere,
  onStatus,
}: EngineDeskParts): EngineDesk {
  const { log, jobs, settings, credentials, drafts, tellAll } = installation;
  const engine = createEngine({
    environment,
    onStatus: (status) => {
      tellHere((to) => to.engine.statusChanged(status));
      onStatus();
    },
    log: log.info,
    chosen: place,
  });
  const tags = createTags({
    engine,
    memory: installation.tagMemory,
    onMoved: (moves) => tellHere((to) => to.tags.moved({ moves })),
    log: log.error,
  });
  const imageWatch = watchImages(
    engine,
    (change) => {
      tellHere((to) => to.images.changed(change));
      tags.follow(change);
    },
    (error) => log.error('the list of images is not kept', error),
  );
  const images = createImages({ engine, list: imageWatch.list });
  const connected = connectToRegistries({
    engine,
    credentials,
    environment,
    exceptions: () => settings.get().registryExceptions,
  });
  const { clients } = connected;
  const layerFiles = createLayerFiles({
    engine,
    reading: installation.layerReading,
    drafts,
    registryClient: clients.of,
    chooseTarget,
  });
  const forecasts = createForecasts({
    engine,
    memory: installation.forecastMemory,
    log: log.error,
    onLearnt: (folder) => tellAll((to) => to.forecast.learnt({ folder })),
  });
  const builds = createBuilds({
    engine,
    authFor: connected.engineLogins,
    environment,
    remembered: installation.rememberedBuilds,
    log: log.error,
    observers: [installation.history.observerAt(engine), forecasts.observer, tags.observer],
  });
  const registry = createRegistry({
    engine,
    credentials,
    connected,
    logins: installation.logins,
    memory: installation.registryMemory,
    weigh: layerFiles.weigh,
    layersHere: images.layersHere,
    images: images.list,
    onUpdates: (checks) => tellAll((to) => to.updates.changed(checks)),
    onPushed: (destination) => {
      const pushedTo = remembered(settings.get().pushedTo, destination);
      settings.change({ pushedTo }).catch((error: unknown) => log.error('a destination is not kept', error));
    },
  });
  const containers = createContainers({
    engine,
    onChanged: (container) => tellHere((to) => to.containers.changed({ container })),
  });
  let running = 0;

  return {
    answers: {
      engine: {
        status: () => Promise.resolve(engine.status()),
        reconnect: () => engine.reconnect(),
        places: () => engine.places(),
        starters: async () => (await findStarters({ environment })).map(({ id, name }) => ({ id, name })),
        async start({ id }) {
          await startEngine(id, { environment });
          return engine.reconnect();
        },
      },
      images: { ...images, pull: registry.pull },
      tags: tags.calls,
      containers,
      layers: layerFiles.calls,
      archives: createArchives({
        engine,
        drafts,
        chooseTarget: chooseArchiveTarget,
        chooseSource: chooseArchiveSource,
      }),
      disk: createDisk({
        engine,
        inspect: images.inspect,
        onMeasured: (measuredAt) => tellHere((to) => to.disk.measured({ measuredAt })),
      }),
      builds,
      forecast: forecasts.calls,
      registry: { ...installation.logins, login: registry.login, push: registry.push },
      repositories: createBrowse(clients.of),
      push: { plan: registry.plan, secrets: layerFiles.secrets },
      pulls: registry.pulls,
      updates: registry.updates,
    },
    status: () => engine.status(),
    reconnect: () => engine.reconnect(),
    startJob(job) {
      const { title, run } = job.handler;
      const counted: typeof run = async (...words) => {
        running++;
        try {
          return await run(...words);
        } finally {
          running--;
          if (running === 0) seats.onIdle();
        }
      };
      return jobs.start({ ...job, handler: { title, run: counted }, engine: engine.status().endpoint });
    },
    forgetTokens: clients.forget,
    isBusy: () => running > 0,
    async settled() {
      const done = Promise.all([installation.history.settled(), forecasts.settled()]);
      await Promise.race([done, setTimeout(SETTLE_LIMIT_MS, undefined, { ref: false })]);
    },
    async stop() {
      imageWatch.stop();
      tags.stop();
      engine.stop();
      await clients.stop();
    },
  };
}
