/** The main job on real parts, unattended: pictures of every screen in out/tour, and a summary of what was done. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findInFiles, findInProcesses, holdsSecret } from '../support/canary.js';
import { assertOwnEngine, startStage, type Stage } from '../support/stage.js';
import { launchStrata, type RunningStrata } from '../support/strata.js';
import { copyGuidePictures } from './guide-pictures.js';
import { GuideScenes } from './guide-scenes.js';
import { makeTourHome, type TourHome } from './home.js';
import { Journal } from './journal.js';
import { MainJob } from './main-job.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const canary = 'Canary-51c9 "tour": päss';

const journal = await Journal.open(join(root, 'out', 'tour'));
let stage: Stage | undefined;
let person: TourHome | undefined;
let strata: RunningStrata | undefined;

try {
  stage = await startStage({ keyring: true, display: true, users: { ada: canary } });
  await assertOwnEngine(stage);
  person = await makeTourHome(join(root, 'tests', 'fixtures', 'projects'), {
    'build-server': 'ssh://ada@build.example.com',
  });
  const { home, work, dockerConfig } = person;
  const env = { ...stage.env, DOCKER_CONFIG: dockerConfig };
  strata = await launchStrata({ dockerHost: stage.engine.host, env, home });
  await strata.record();
  await tour(stage, strata, work);
} catch (error) {
  if (strata && !strata.page.isClosed())
    await journal.picture(strata.page, 'where-it-stopped').catch(() => undefined);
  journal.stopped(error);
} finally {
  await strata?.close();
  await stage?.stop();
  if (person) await rm(person.work, { recursive: true, force: true });
}
process.exitCode = await journal.close();
// Only a tour that went to its end may change what the guide shows.
if (process.exitCode === 0 && process.argv.includes('--guide'))
  await copyGuidePictures(join(root, 'out', 'tour'), join(root, 'docs', 'guide', 'pictures'));

async function tour(on: Stage, app: RunningStrata, work: string): Promise<void> {
  const registry = on.guardedRegistry.host;
  const job = new MainJob(app, on, journal, { work, registry, username: 'ada', password: canary });
  const scenes = new GuideScenes(app, journal, work);
  journal.electron = await app.app.evaluate(() => process.versions.electron);
  journal.engine = (await on.engine.docker(['version', '--format', '{{.Server.Version}}'])).trim();

  await job.connect();
  for (const project of ['hello-web', 'notes-nginx', 'notes-node']) await job.build(project);
  await scenes.tableOfTimeline('notes-node');
  await job.rebuild('hello-web');
  for (const project of ['hello-web', 'notes-node', 'notes-nginx']) await job.look(project);
  await job.logIn();
  for (const project of ['hello-web', 'notes-node', 'notes-nginx']) await job.tagAndPush(project);
  await journal.step('no process has the password in its arguments or environment', async () => {
    expectNone(await findInProcesses(canary, app.app.process().pid ?? 0));
    return 'arguments and environments of Strata and all of its children';
  });
  await scenes.listOfImages();
  await scenes.tagThatMoves('hello-web', 'site/index.html');
  await scenes.archiveLookedInto('hello-web');
  await scenes.tourPanel();
  await scenes.palette('hello');
  await scenes.engines();
  await job.showFailures();
  await job.showDisk();
  await job.showRest();
  await scenes.inGerman();
  await job.logOut('hello-web');
  await job.everyScreenInTheDark('notes-nginx');
  await journal.step('the window never received the password', async () => {
    const received = await app.received();
    if (holdsSecret(received, canary)) throw new Error('it did');
    return `${Math.round(received.length / 1000)} kB received`;
  });
  await app.quit();
  await journal.step('no file of Strata holds the password', async () => {
    expectNone(await findInFiles(canary, app.home));
    return 'every file under STRATA_HOME, logs and profile among them';
  });
  await journal.step('the keyring holds nothing of Strata', async () => {
    const left = await on.keyring?.search({ service: `strata:${registry}`, account: 'ada' });
    if (left !== undefined) throw new Error('the login is still there');
    return 'asked with secret-tool';
  });
}

function expectNone(found: readonly string[]): void {
  if (found.length > 0) throw new Error(`found in ${found.join(', ')}`);
}
