/** All state of the window, made once and found through Svelte's context. */
import { createContext } from 'svelte';
import { ArchiveDesk } from './archives.svelte.js';
import { BuildDesk } from './build.svelte.js';
import type { StrataClient } from './client.js';
import { DiskState } from './disk.svelte.js';
import { DockerConfigState } from './docker-config.svelte.js';
import { EngineState } from './engine.svelte.js';
import { ImageListView } from './image-list.svelte.js';
import { ImageShapes } from './image-shapes.svelte.js';
import { ImageTraitsState } from './image-traits.svelte.js';
import { ImagesState } from './images.svelte.js';
import { JobsState } from './jobs.svelte.js';
import { LanguageState } from './language.svelte.js';
import { KeptState } from './kept.svelte.js';
import { LoginsState } from './logins.svelte.js';
import { Navigation } from './navigation.svelte.js';
import { Offers } from './offers.svelte.js';
import { ReportState } from './report.svelte.js';
import { SelfUpdateDesk } from './self-update.svelte.js';
import { SettingsState } from './settings.svelte.js';
import { TagDesk } from './tags.svelte.js';
import { TourState } from './tour.svelte.js';
import { TransferDesk } from './transfer.svelte.js';
import { UpdatesState } from './updates.svelte.js';

export type AppState = ReturnType<typeof createState>;

/** One class a domain, each over the client. */
export function createState(client: StrataClient) {
  const language = new LanguageState(client);
  const engine = new EngineState(client);
  const jobs = new JobsState(client);
  const settings = new SettingsState(client);
  const images = new ImagesState(client, engine);
  const logins = new LoginsState(client);
  const imageTraits = new ImageTraitsState(client);
  const builds = new BuildDesk(client, jobs, settings);
  const navigation = new Navigation();
  return {
    client,
    language,
    engine,
    jobs,
    settings,
    images,
    imageTraits,
    imageList: new ImageListView(images, settings, imageTraits, language),
    imageShapes: new ImageShapes(client),
    builds,
    archives: new ArchiveDesk(client, jobs),
    transfers: new TransferDesk(client, jobs, settings),
    updates: new UpdatesState(client, jobs),
    selfUpdate: new SelfUpdateDesk(client, jobs),
    tags: new TagDesk(client),
    logins,
    dockerConfig: new DockerConfigState(client, logins),
    disk: new DiskState(client, jobs, engine),
    navigation,
    tour: new TourState({ client, images, builds, navigation }),
    offers: new Offers(),
    kept: new KeptState(client),
    report: new ReportState(client),
  };
}

const [useApp, provideApp] = createContext<AppState>();
export { provideApp, useApp };
