/** Which image each name on the engine stands for. */
import type Docker from 'dockerode';
import { z } from 'zod';
import { refuse } from '../engine/index.js';

const rows = z.array(
  z.object({
    Id: z.string(),
    RepoTags: z
      .array(z.string())
      .nullish()
      .transform((tags) => tags ?? []),
  }),
);

/** Ids by name. @throws FailureError when the engine doesn't answer */
export async function namesNow(docker: Docker, title: string): Promise<ReadonlyMap<string, string>> {
  const listed = rows.parse(await docker.listImages().catch(refuse({ title })));
  return new Map(listed.flatMap(({ Id, RepoTags }) => RepoTags.map((tag) => [tag, Id] as const)));
}
