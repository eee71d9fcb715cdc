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
  Platform: z.object({ Name: word.catch('') }).catch({ Name: '' }),
});
export type VersionAnswer = z.output<typeof versionAnswer>;

/** Podman answers docker's API, and names itself among its components. */
export const namesPodman = ({ Components }: VersionAnswer): boolean =>
  Components.some(({ Name }) => Name.startsWith('Podman'));

/** For what Podman does otherwise than docker. @throws as dockerode does */
export async function isPodman(docker: Docker): Promise<boolean> {
  const { data } = versionAnswer.safeParse(await docker.version());
  return data !== undefined && namesPodman(data);
}

/** `Docker Desktop 4.38.0`, `Docker Engine - Community`, `Podman`. */
export const productOf = (answer: VersionAnswer): string =>
  namesPodman(answer) ? 'Podman' : answer.Platform.Name === '' ? 'Docker Engine' : answer.Platform.Name;

/** Whether API `version`, `1.41`, knows what came with `major.minor`. */
export function isAtLeast(version: string, major: number, minor: number): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}
