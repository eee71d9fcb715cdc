/** docker-credential-strata from source, under plain Node. */
import { runCredentialHelper } from '../../src/main/credential-helper/index.js';

const { HELPER_LIMIT_MS: limit } = process.env;
const { code, output, hangs } = await runCredentialHelper({
  home: process.env.STRATA_HOME ?? '',
  words: process.argv.slice(2),
  input: process.stdin,
  environment: process.env,
  version: '0.0.0',
  onDamaged: console.error,
  ...(limit === undefined ? {} : { limitMs: Number(limit) }),
});
process.stdout.write(output, () => {
  if (hangs) process.kill(process.pid, 'SIGKILL');
  else process.exit(code);
});
