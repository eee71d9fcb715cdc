/** Where the tour's person works: the projects, docker's contexts and Strata's own folder. Its name is in the pictures. */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInsideSandbox } from '../../scripts/sandbox.mjs';

export type TourHome = {
  /** The sample projects, a folder each. */
  readonly work: string;
  /** STRATA_HOME. */
  readonly home: string;
  /** DOCKER_CONFIG. */
  readonly dockerConfig: string;
};

/** Makes it, with a copy of `projects` and the contexts by their names. */
export async function makeTourHome(
  projects: string,
  contexts: Readonly<Record<string, string>>,
): Promise<TourHome> {
  // The sandbox's /tmp is its own, so a name that reads well is free there.
  const work = isInsideSandbox() ? '/tmp/ada' : await mkdtemp(join(tmpdir(), 'strata-tour-'));
  const tourHome = { work, home: join(work, '.strata'), dockerConfig: join(work, '.docker') };
  await mkdir(tourHome.home, { recursive: true });
  await cp(projects, work, { recursive: true });
  for (const [name, host] of Object.entries(contexts)) {
    const id = createHash('sha256').update(name).digest('hex');
    const folder = join(tourHome.dockerConfig, 'contexts', 'meta', id);
    await mkdir(folder, { recursive: true });
    const context = { Name: name, Metadata: {}, Endpoints: { docker: { Host: host } } };
    await writeFile(join(folder, 'meta.json'), JSON.stringify(context));
  }
  return tourHome;
}
