/** Moves logins out of docker's config and back, again and again, until it is killed. Says so when it begins. */
import { createDockerConfig } from '../../src/main/credentials/docker-config/index.js';
import type { Credential } from '../../src/main/credentials/index.js';

const kept = new Map<string, Credential>();
const { calls } = createDockerConfig({
  home: process.env.HOME ?? '',
  helperCommand: ['/opt/Strata/strata', '--credential-helper'],
  environment: process.env,
  onDamaged: console.error,
  logins: {
    get: (registry) => Promise.resolve(kept.get(registry) ?? null),
    keep: (registry, credential) => Promise.resolve(void kept.set(registry, credential)),
    erase: (registry) => Promise.resolve(void kept.delete(registry)),
  },
});

process.stdout.write('begun\n');
for (;;) {
  const { path, logins } = await calls.report();
  for (const { key } of logins) await calls.move({ path, key });
  for (const { id } of (await calls.report()).moves) await calls.putBack({ id });
}
