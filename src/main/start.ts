/** Where the app begins: as the window, or as docker-credential-strata, which needs neither a window nor a display. */
import './app/no-debugging.js';
import { app } from 'electron';
import { helperWords } from './app/helper-launch.js';

const words = helperWords(process.argv);
if (words === null) {
  await import('./index.js');
} else {
  const { runCredentialHelper } = await import('./credential-helper/index.js');
  const { homeFolder } = await import('./app/home.js');
  const { code, output, hangs } = await runCredentialHelper({
    home: homeFolder(process.env),
    words,
    input: process.stdin,
    environment: process.env,
    version: app.getVersion(),
    // Docker shows what a helper says here when it fails.
    onDamaged: ({ aside }) => process.stderr.write(`Strata set a damaged file aside: ${aside}\n`),
  });
  process.stdout.write(output, () => {
    if (hangs) process.kill(process.pid, 'SIGKILL');
    else app.exit(code);
  });
}
