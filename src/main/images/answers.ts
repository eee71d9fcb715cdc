/** The engine's answers about images, checked once where they come in. Only what Strata reads is asked for. */
import { z } from 'zod';

const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);
const dictionary = <T extends z.ZodType>(item: T) =>
  z
    .record(z.string(), item)
    .nullish()
    .transform((value) => value ?? {});
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const bytes = z.number().nonnegative().catch(0);

/** GET /images/json */
export const imageList = z.array(
  z.object({
    Id: z.string(),
    RepoTags: list(z.string()),
    RepoDigests: list(z.string()),
    Size: bytes,
    /** Seconds since 1970. */
    Created: z.number().catch(0),
  }),
);

/** GET /images/NAME/json */
export const imageInspect = z.object({
  Id: z.string(),
  RepoTags: list(z.string()),
  RepoDigests: list(z.string()),
  Size: bytes,
  Created: text,
  Os: text,
  Architecture: text,
  Author: text,
  RootFS: z.object({ Layers: list(z.string()) }).catch({ Layers: [] }),
  Config: z
    .object({
      Entrypoint: list(z.string()),
      Cmd: list(z.string()),
      Env: list(z.string()),
      WorkingDir: text,
      User: text,
      ExposedPorts: dictionary(z.unknown()),
      Volumes: dictionary(z.unknown()),
      Labels: dictionary(z.string()),
      StopSignal: text,
      Shell: list(z.string()),
      OnBuild: list(z.string()),
      Healthcheck: z.object({ Test: list(z.string()) }).nullish(),
    })
    .nullish(),
});
export type ImageInspect = z.output<typeof imageInspect>;

/** GET /images/NAME/history, newest first. */
export const imageHistory = z.array(
  z.object({ CreatedBy: text, Comment: text, Created: z.number().catch(0), Size: bytes }),
);
export type ImageHistory = z.output<typeof imageHistory>;

/** DELETE /images/NAME */
export const removal = z.array(z.object({ Untagged: z.string().optional(), Deleted: z.string().optional() }));
