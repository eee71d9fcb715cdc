/** The shell around the work: what runs, where it writes, what the user prefers. */
import { z } from 'zod';
import { actionIds, type ActionId } from '../actions.js';
import { event, request } from './define.js';
import { languages, type Language } from '../words/language.js';
import { themes } from '../themes.js';
import { MAX_ZOOM, MIN_ZOOM } from '../zoom.js';
import { LONGEST_PLACE } from './limits.js';
import { updateChannels } from './self-update.js';

export type RuntimeSource = 'override' | 'official' | 'compatibility' | 'packaged';

/** A whole path: of a project folder, or an archive of images. */
export type OpenedPath = { readonly kind: 'folder' | 'archive'; readonly path: string };

export type AppInfo = {
  readonly version: string;
  readonly electron: string;
  readonly chrome: string;
  readonly node: string;
  /** Which Electron this is: a package's own, npm's, one named by the environment, or the compatibility runtime. */
  readonly runtime: RuntimeSource;
  /** False only for root on Linux, which Chromium refuses to sandbox. */
  readonly sandboxed: boolean;
  readonly home: string;
  readonly logFile: string;
  /** What this start was given to open, once. */
  readonly opened: OpenedPath | null;
};

export const MIN_HISTORY_BYTES = 10 * 1000 ** 2;
/** What the list of images can show of each; the name is always there. */
export const imageColumns = ['id', 'platform', 'size', 'unique', 'shared', 'created', 'containers'] as const;
export type ImageColumn = (typeof imageColumns)[number];

/** How the list of images is looked at. */
export const imageListSchema = z.object({
  sortBy: z.enum(['name', ...imageColumns]),
  descending: z.boolean(),
  /** The names of a repository together, below its own. */
  grouped: z.boolean(),
  columns: z.array(z.enum(imageColumns)).max(imageColumns.length),
});
export type ImageListSettings = z.infer<typeof imageListSchema>;
export const defaultImageList: ImageListSettings = {
  sortBy: 'name',
  descending: false,
  grouped: false,
  columns: ['id', 'platform', 'size', 'created', 'containers'],
};

/** What the user has allowed of single registries, named as `registryName` gives them. */
export const registryExceptionsSchema = z.object({
  /** Spoken to without encryption where https doesn't answer. */
  http: z.array(z.string().min(1).max(255)).max(200),
  /** Token services of other hosts that may have a registry's passwords: https origins. */
  tokenServices: z
    .array(
      z.object({ registry: z.string().min(1).max(255), service: z.url({ protocol: /^https$/ }).max(255) }),
    )
    .max(200),
});
export type RegistryExceptions = z.infer<typeof registryExceptionsSchema>;
export const noRegistryExceptions: RegistryExceptions = { http: [], tokenServices: [] };

export const settingsSchema = z.object({
  theme: z.enum(themes),
  /** What Strata speaks; `system`: the first of the system user's languages that it can. */
  language: z.enum(['system', ...languages]),
  /** How large everything is drawn: 1 is as designed. */
  zoom: z.number().min(MIN_ZOOM).max(MAX_ZOOM),
  /** Folders built before, newest first. */
  recentFolders: z.array(z.string().max(4096)).max(20),
  /** Where images were pushed to, newest first: names without secrets. */
  pushedTo: z.array(z.string().max(512)).max(50),
  /** How much past builds may take, in bytes. */
  historyLimitBytes: z
    .int()
    .min(MIN_HISTORY_BYTES)
    .max(100 * 1000 ** 3),
  imageList: imageListSchema,
  registryExceptions: registryExceptionsSchema,
  /** Whether the system tells of work that ended while no window of Strata was in front. */
  notifications: z.boolean(),
  /** What was chosen in the command palette, newest first, as its entries are keyed. */
  recentChoices: z.array(z.string().max(4200)).max(20),
  /** Where a window looks for its engine that remembers none, when nothing else names one; null: as the docker CLI decides. */
  engine: z.string().max(LONGEST_PLACE).nullable(),
  /** Which of Strata's own releases are offered. */
  updateChannel: z.enum(updateChannels),
  /** Whether Strata asks for them by itself, once a day. */
  looksForUpdates: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export type SpokenLanguage = { readonly language: Language; readonly system: Language };

/** Which window: the first is 1. A page knows its own by its address. */
const windowNumber = z.int().positive();
/** What only one of the windows is to follow. */
type ForWindow = { readonly window: number };

export const app = {
  info: request(() => z.void()).gives<AppInfo>(),
  settings: request(() => z.void()).gives<Settings>(),
  /** The language that is spoken, and the one that would be if the system's counted. */
  language: request(() => z.void()).gives<SpokenLanguage>(),
  changeSettings: request(() => settingsSchema.partial()).gives<Settings>(),
  chooseFolder: request(() => z.void()).gives<string | null>(),
  copy: request(() => z.object({ text: z.string().max(8 * 1024 * 1024) })).gives<void>(),
  /** The end of the log, without names, places and secrets. */
  logTail: request(() => z.void()).gives<string>(),
  /** Opens a page in the system's browser. Whoever calls has asked the user. */
  openLink: request(() => z.object({ url: z.url({ protocol: /^https$/ }).max(2048) })).gives<void>(),
  /** The files with changes that aren’t saved, all of them, whenever that changes: closing asks about them. */
  unsaved: request(() =>
    z.object({ window: windowNumber, files: z.array(z.string().max(8192)).max(200) }),
  ).gives<void>(),
  newWindow: request(() => z.void()).gives<void>(),
  /** What can be done now, whenever that changes: the menu bar shows it. */
  possible: request(() =>
    z.object({ window: windowNumber, actions: z.array(z.enum(actionIds)).max(200) }),
  ).gives<void>(),
  /** An action was chosen in the menu bar. */
  actionAsked: event<ForWindow & { readonly action: ActionId }>(),
  settingsChanged: event<Settings>(),
  languageChanged: event<SpokenLanguage>(),
  /** A second start, or the system, asks to open something. */
  pathOpened: event<ForWindow & { readonly opened: OpenedPath }>(),
};
