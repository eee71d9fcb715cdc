/** The main job on engines that are reached by other ways than a socket of this machine. */
import { delimiter } from 'node:path';
import { startEngine } from '../support/engine.js';
import { startSshServer } from '../support/ssh-server.js';
import { startTlsEngine } from '../support/tls-engine.js';
import { doMainJob } from './main-job.js';
import { test, withEngine } from './test.js';

test('over ssh, with keys and known hosts that only ssh itself knows', async ({ stage, launch }) => {
  const far = await startEngine({ mirror: stage.mirror });
  const server = await startSshServer(far.host);
  try {
    const strata = await launch({
      dockerHost: `ssh://${server.address}`,
      env: { PATH: `${server.programs}${delimiter}${process.env.PATH}` },
    });
    await doMainJob(strata, withEngine(stage, far));
  } finally {
    await server.stop();
    await far.stop();
  }
});

test('behind TLS, which lets in only who shows a certificate', async ({ stage, launch }) => {
  const far = await startTlsEngine({ mirror: stage.mirror });
  try {
    const strata = await launch({
      dockerHost: `tcp://localhost:${far.port}`,
      env: { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: far.certificates },
    });
    await doMainJob(strata, withEngine(stage, far));
  } finally {
    await far.stop();
  }
});
