/** An image's settings, read out of a registry's bytes (OCI image-spec config.md). */
import { z } from 'zod';
import { parseJson } from './body.js';
import { DIGEST } from './manifest.js';
import type { ImageConfig } from './types.js';

/** Far more than any image has; an engine's own limit is lower. */
export const MAX_CONFIG = 8 * 1024 * 1024;

const text = z.string().nullish();

const configFile = z.object({
  architecture: z.string(),
  os: z.string(),
  variant: text,
  created: text,
  author: text,
  config: z.record(z.string(), z.unknown()).nullish(),
  rootfs: z.object({ diff_ids: z.array(z.string().regex(DIGEST)).max(10_000).nullish() }),
  history: z
    .array(
      z.object({
        created: text,
        created_by: text,
        comment: text,
        empty_layer: z.boolean().nullish(),
      }),
    )
    .max(10_000)
    .nullish(),
});

/** Null where the bytes are no image's settings. */
export function parseConfig(bytes: Buffer): ImageConfig | null {
  const file = parseJson(bytes);
  const { data } = configFile.safeParse(file);
  if (data === undefined) return null;
  return {
    file,
    architecture: data.architecture,
    os: data.os,
    variant: data.variant ?? null,
    created: data.created ?? null,
    author: data.author ?? null,
    config: data.config ?? {},
    diffIds: data.rootfs.diff_ids ?? [],
    history: (data.history ?? []).map((entry) => ({
      created: entry.created ?? null,
      createdBy: entry.created_by ?? '',
      comment: entry.comment ?? '',
      emptyLayer: entry.empty_layer ?? false,
    })),
  };
}
