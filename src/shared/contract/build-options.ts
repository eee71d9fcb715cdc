/** How a build is wanted: what the Build screen sends, and what is remembered of it. */
import { z } from 'zod';

const folder = z.string().min(1).max(4096);
const dockerfile = z.string().min(1).max(4096);
const pair = z.object({ name: z.string().min(1).max(256), value: z.string().max(64 * 1024) });

/** A file, or a variable of the environment that Strata runs in; read when the build starts. Its value goes to the engine alone. */
export const buildSecret = z.object({
  /** What `--mount=type=secret,id=…` names. */
  id: z.string().min(1).max(256),
  from: z.enum(['file', 'environment']),
  /** The file's path, relative to the project folder or whole; or the variable's name. */
  source: z.string().min(1).max(4096),
});
export type BuildSecret = z.infer<typeof buildSecret>;

/** What RUN steps may reach: the engine's usual network, nothing, or the network of the machine that the engine is on. */
export const networks = ['default', 'none', 'host'] as const;

/** What needn't be said. */
const defaults: {
  readonly extraTags: string[];
  readonly labels: z.infer<typeof pair>[];
  readonly secrets: BuildSecret[];
  readonly sshAgent: boolean;
  readonly network: (typeof networks)[number];
  readonly cacheFrom: string[];
} = { extraTags: [], labels: [], secrets: [], sshAgent: false, network: 'default', cacheFrom: [] };

export const buildOptions = z.object({
  folder,
  /** Relative to the folder. */
  dockerfile,
  imageName: z.string().min(1).max(512),
  /** Names that the image gets as well. */
  extraTags: z.array(z.string().min(1).max(512)).max(50).default(defaults.extraTags),
  target: z.string().max(256).optional(),
  platform: z.string().max(128).optional(),
  arguments: z.array(pair).max(200),
  labels: z.array(pair).max(200).default(defaults.labels),
  secrets: z.array(buildSecret).max(100).default(defaults.secrets),
  /** Whether `--mount=type=ssh` reaches the agent that SSH_AUTH_SOCK names. */
  sshAgent: z.boolean().default(defaults.sshAgent),
  ignoreCache: z.boolean(),
  /** The one stage whose cache is ignored, by its name; without it, that of all. */
  ignoreCacheOf: z.string().min(1).max(256).optional(),
  pullBase: z.boolean(),
  network: z.enum(networks).default(defaults.network),
  /** Images whose layers may be reused, as they were built with inline cache. */
  cacheFrom: z.array(z.string().min(1).max(512)).max(50).default(defaults.cacheFrom),
});
/** As the router gives it: with every default in its place. */
export type BuildOptions = z.output<typeof buildOptions>;
/** As it is asked for. */
export type BuildRequest = z.input<typeof buildOptions>;

/** What the router makes of a request that is in order. */
export const withDefaults = (request: BuildRequest): BuildOptions => ({
  ...request,
  extraTags: request.extraTags ?? defaults.extraTags,
  labels: request.labels ?? defaults.labels,
  secrets: request.secrets ?? defaults.secrets,
  sshAgent: request.sshAgent ?? defaults.sshAgent,
  network: request.network ?? defaults.network,
  cacheFrom: request.cacheFrom ?? defaults.cacheFrom,
});
