/** The engine's answers about images, checked once where they come in. Only what Strata reads is asked for. */
import { z } from 'zod';

/** What is missing, null or of another kind counts as nothing: one odd field must not hide an image. */
const list = <T extends z.ZodType>(item: T) => z.array(item).catch([]);
const dictionary = <T extends z.ZodType>(item: T) => z.record(z.string(), item).catch({});

/** No honest text is longer; a screen would choke on one. */
const LONGEST_TEXT = 256 * 1024;
const shortened = (value: string): string =>
  value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
const line = z.string().transform(shortened);
const text = line.catch('');
const bytes = z.number().nonnegative().catch(0);
/** In milliseconds. */
const nanoseconds = bytes.transform((value) => value / 1e6);
/** Seconds since 1970, in milliseconds. Year 1 is Go's word for "never". */
const seconds = z
  .number()
  .catch(0)
  .transform((value) => Math.max(0, value * 1000));

/** In lists a label is there to be found by; the image's own screen has the whole of it. */
export const LONGEST_LABEL = 1024;
const label = z.string().transform((value) => value.slice(0, LONGEST_LABEL));

const manifest = z
  .object({
    Available: z.boolean(),
    ImageData: z.object({
      Platform: z.object({ os: z.string(), architecture: z.string(), variant: text }),
    }),
  })
  .nullable()
  .catch(null);

/** GET /images/json */
export const imageList = z.array(
  z.object({
    Id: z.string(),
    RepoTags: list(line),
    RepoDigests: list(line),
    Size: bytes,
    Created: seconds,
    Labels: dictionary(label),
    // -1: not computed.
    SharedSize: z.number().catch(-1),
    // API 1.47, engines that keep images of several platforms under one name.
    Manifests: list(manifest),
  }),
);

/** GET /containers/json */
export const containerList = z.array(z.object({ Id: text, Names: list(line), ImageID: text }));

/** GET /images/NAME/json */
export const imageInspect = z.object({
  Id: z.string(),
  RepoTags: list(line),
  RepoDigests: list(line),
  Size: bytes,
  Created: text,
  Os: text,
  Architecture: text,
  Variant: text,
  Author: text,
  RootFS: z.object({ Layers: list(z.string()) }).catch({ Layers: [] }),
  Config: z
    .object({
      Entrypoint: list(line),
      Cmd: list(line),
      Env: list(line),
      WorkingDir: text,
      User: text,
      ExposedPorts: dictionary(z.unknown()),
      Volumes: dictionary(z.unknown()),
      Labels: dictionary(line),
      StopSignal: text,
      Shell: list(line),
      OnBuild: list(line),
      Healthcheck: z
        .object({
          Test: list(line),
          Interval: nanoseconds,
          Timeout: nanoseconds,
          StartPeriod: nanoseconds,
          Retries: z.int().nonnegative().catch(0),
        })
        .nullable()
        .catch(null),
    })
    .nullable()
    .catch(null),
});
export type ImageInspect = z.output<typeof imageInspect>;

/** GET /images/NAME/history, newest first. */
export const imageHistory = z.array(
  z.object({ Id: text, CreatedBy: text, Comment: text, Created: seconds, Size: bytes }),
);
export type ImageHistory = z.output<typeof imageHistory>;

/** DELETE /images/NAME */
export const removal = z.array(z.object({ Untagged: z.string().optional(), Deleted: z.string().optional() }));
