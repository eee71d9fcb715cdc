/** What an engine says that it is. */
import type Docker from 'dockerode';
import { z } from 'zod';

const word = z.string().max(200);

/** GET /version */
export const versionAnswer = z.object({
  Version: word,
  ApiVersion: word,
  Os: word.catch(''),
  Arch: word.catch(''),
  Components: z.array(z.object({ Name: z.string() })).catch([]),
});

/** Podman answers docker's API, and names itself among its components. */
export const namesPodman = ({ Components }: z.output<typeof versionAnswer>): boolean =>
  Components.some(({ Name }) => Name.startsWith('Podman'));

/** For what Podman does otherwise than docker. @throws as dockerode does */
export async function isPodman(docker: Docker): Promise<boolean> {
  const { data } = versionAnswer.safeParse(await docker.version());
  return data !== undefined && namesPodman(data);
}
