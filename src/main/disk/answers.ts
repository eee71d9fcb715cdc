/** The engine's answers about its disk, checked once where they come in. What is missing or odd counts as nothing. */
import type Docker from 'dockerode';
import { z } from 'zod';

const LONGEST_TEXT = 2000;
const text = z
  .string()
  .transform((value) => value.slice(0, LONGEST_TEXT))
  .catch('');
const bytes = z.number().nonnegative().catch(0);
const list = <T extends z.ZodType>(item: T) => z.array(item).catch([]);
/** Milliseconds since 1970; 0 for “never”, which Go writes as year 1. */
const date = z
  .string()
  .transform((value) => Math.max(0, Date.parse(value) || 0))
  .catch(0);

const container = z.object({
  Id: z.string(),
  Names: list(text),
  ImageID: text,
  SizeRw: bytes,
  State: text,
});
const volume = z.object({
  Name: text,
  /** -1 where the engine can't tell. */
  UsageData: z
    .object({ Size: z.number().catch(-1), RefCount: z.number().catch(0) })
    .nullable()
    .catch(null),
});
const record = z.object({
  ID: z.string(),
  /** Up to API 1.41. */
  Parent: text,
  Parents: list(z.string()),
  Type: text,
  Description: text,
  InUse: z.boolean().catch(false),
  Shared: z.boolean().catch(false),
  Size: bytes,
  CreatedAt: date,
  LastUsedAt: date,
});
export type CacheAnswer = z.output<typeof record>;

/** From API 1.52 on the lists stand one level deeper. */
const deeper = <T extends z.ZodType>(item: T) => z.object({ Items: list(item) }).catch({ Items: [] });

/** GET /system/df, as far as images don't tell it themselves. */
export const diskAnswer = z
  .object({
    Containers: list(container),
    Volumes: list(volume),
    BuildCache: list(record),
    ContainersDiskUsage: deeper(container),
    VolumesDiskUsage: deeper(volume),
    BuildCacheDiskUsage: deeper(record),
  })
  .transform((answer) => ({
    containers: [...answer.Containers, ...answer.ContainersDiskUsage.Items].filter(isFirst('Id')),
    volumes: [...answer.Volumes, ...answer.VolumesDiskUsage.Items].filter(isFirst('Name')),
    cache: [...answer.BuildCache, ...answer.BuildCacheDiskUsage.Items].filter(isFirst('ID')),
  }));
export type DiskAnswer = z.output<typeof diskAnswer>;

/** Engines in between answer in both ways. */
function isFirst<K extends string>(key: K) {
  const seen = new Set<string>();
  return (item: Readonly<Record<K, string>>): boolean => {
    if (seen.has(item[key])) return false;
    seen.add(item[key]);
    return true;
  };
}

/** GET /containers/json. An answer that can't be read is an error, never “nothing is in use”. */
export const containerRows = z.array(container);

/** GET /images/json */
export const imageRows = z.array(
  z.object({
    Id: z.string(),
    RepoTags: list(z.string()),
    RepoDigests: list(z.string()),
    Size: bytes,
    Created: z.number().catch(0),
  }),
);

/** GET /images/NAME/json */
export const imageAnswer = z.object({
  Id: z.string(),
  RepoTags: list(z.string()),
  RepoDigests: list(z.string()),
  RootFS: z.object({ Layers: list(z.string()) }).catch({ Layers: [] }),
  Metadata: z.object({ LastTagTime: date }).catch({ LastTagTime: 0 }),
});

/** POST /build/prune */
export const pruneAnswer = z.object({ CachesDeleted: list(z.string()) });

/** DELETE /images/NAME */
export const deleteAnswer = z.array(
  z.object({ Untagged: z.string().optional(), Deleted: z.string().optional() }),
);

export type Ask = {
  readonly path: `/${string}`;
  readonly method?: 'GET' | 'POST';
  readonly query: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
};

/** For calls that dockerode has, but whose query it doesn't send. */
export function ask(docker: Docker, { path, method = 'GET', query, signal }: Ask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    docker.modem.dial(
      {
        path: `${path}?`,
        method,
        options: query,
        statusCodes: { 200: true },
        ...(signal ? { abortSignal: signal } : {}),
      },
      (error, answer: unknown) => (error ? reject(error) : resolve(answer)),
    );
  });
}
