/**
 * A run of its own for the tests of the stage: sets one up with a running container, says so in a line of JSON, and ends
 * as its argument says: `stop` in good order or `throw` with an error, both at the first word on standard input; `wait` not at
 * all.
 */

import { startStage } from './stage.js';

const ending = process.argv[2];
const stage = await startStage({ keyring: true, display: true });
await stage.engine.docker(['run', '--detach', '--stop-signal', 'KILL', 'alpine:3.20', 'sleep', '600']);
console.log(JSON.stringify({ ready: true, cgroup: process.env.STRATA_SANDBOX_CGROUP }));
if (ending !== 'wait') await new Promise((resolve) => process.stdin.once('data', resolve));
if (ending === 'throw') throw new Error('a test failed');
if (ending === 'stop') await stage.stop();
else await new Promise((resolve) => setTimeout(resolve, 600_000));
