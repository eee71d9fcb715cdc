/** Docker's own logins: told, used where Strata has none of its own, moved to the keychain, erased. */
import { join } from 'node:path';
import type { Handlers } from '../../../shared/contract/define.js';
import type { StrataContract } from '../../../shared/contract/index.js';
import type { OnDamaged } from '../../files/index.js';
import { registryName, registryOfKey } from '../registry-name.js';
import type { Credential } from '../secret.js';
import { configPlaces, followed } from './config-place.js';
import { openHelperMemory } from './helper-memory.js';
import { askHelper, findHelper } from './helper-program.js';
import { erasing } from './erasure.js';
import { helperStatus, switching } from './helper-switch.js';
import { createLauncher } from './launcher.js';
import { createMoves, type OwnLogins } from './moves.js';
import { createPlans } from './plans.js';
import { sweepDrafts } from './rewrite.js';
import { helpersOf, keyOf, loginsIn, readDockerFiles, sourceFor } from './sources.js';

export type DockerConfig = {
  /** What answers the contract's `dockerConfig` calls. */
  readonly calls: Handlers<StrataContract>['dockerConfig'];
  /** Docker's login for a registry, read only. Null too when its helper fails: that is told in the report. Never throws. */
  readonly authFor: (registry: string) => Promise<Credential | null>;
  /** Has docker's helper start this installation, if it was switched on. @throws Error when its script can't be written */
  readonly refreshHelper: () => Promise<void>;
  /** The ways back are gone: for a registry that was logged out of, or for all when the window closes. */
  readonly forget: (registry?: string) => void;
};

export type DockerConfigOptions = {
  /** Strata's own folder. */
  readonly home: string;
  /** How this installation is started as a credential helper. */
  readonly helperCommand: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly onDamaged: OnDamaged;
  readonly logins: OwnLogins;
};

/** Amazon's, Google's and Azure's, which know logins by themselves. */
const CLOUD_HELPERS = ['ecr-login', 'gcloud', 'gcr', 'acr-env'];

export function createDockerConfig({
  home,
  helperCommand,
  environment,
  onDamaged,
  logins,
}: DockerConfigOptions): DockerConfig {
  const moves = createMoves(logins);
  const plans = createPlans();
  const helper = {
    config: configPlaces(environment).config,
    environment,
    memory: openHelperMemory(join(home, 'docker-helper.json'), onDamaged),
    launcher: createLauncher({ home, command: helperCommand, environment }),
  };

  return {
    calls: {
      async report() {
        const files = await readDockerFiles(environment);
        await sweepDrafts(await followed(files.config.path).catch(() => files.config.path));
        const missing = helpersOf(files.config.content).filter(
          (name) => findHelper(name, environment) === null,
        );
        return {
          path: files.config.path,
          logins: loginsIn(files, environment),
          missingHelpers: missing,
          installedHelpers: CLOUD_HELPERS.filter((name) => findHelper(name, environment) !== null),
          problems: files.problems,
          moves: moves.list(),
        };
      },

      async move({ path, key }) {
        const files = await readDockerFiles(environment);
        // Only docker's own two files, whatever a page asks for.
        const inLegacy = path === files.legacy.path;
        return moves.move({ path: inLegacy ? files.legacy.path : files.config.path, key, inLegacy });
      },

      putBack: ({ id }) => moves.putBack(id),

      async planErase({ registry }) {
        const name = registry === null ? null : registryOfKey(registry);
        return plans.plan(erasing(await readDockerFiles(environment), name, environment));
      },

      helper: () => helperStatus(helper),

      async planHelper({ registry, on }) {
        const name = registry === null ? null : registryName(registry);
        return plans.plan(await switching(helper, name, on));
      },

      apply: ({ id }) => plans.apply(id),
    },

    async authFor(registry) {
      const { config } = await readDockerFiles(environment);
      const source = sourceFor(config.content, registry);
      if (!source) return null;
      if (source.kind === 'entry') return source.entry.credential;
      const answer = await askHelper(source.helper, 'get', keyOf(registry), { environment });
      return answer.kind === 'found' ? answer.credential : null;
    },

    refreshHelper: () => helper.launcher.refresh(),

    forget(registry) {
      moves.forget(registry);
      if (registry === undefined) plans.forget();
    },
  };
}
