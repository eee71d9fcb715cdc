/** docker-credential-strata from source, under plain Node. */
import { runCredentialHelper } from '../../src/main/credential-helper/index.js';

const { code, output } = await runCredentialHelper({
  home: process.env.STRATA_HOME ?? '',
  words: process.argv.slice(2),
  input: process.stdin,
  environment: process.env,
  version: '0.0.0',
});
process.stdout.write(output, () => process.exit(code));
