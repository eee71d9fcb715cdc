/** Docker's own config: the logins that lie there, moving them to the keychain, and changes that are shown before they are made. */
import { z } from 'zod';
import { request } from './define.js';

/** A login that docker knows of: where it lies, and how. Its secret never comes along. */
export type DockerConfigLogin = {
  readonly registry: string;
  /** As the file writes it. */
  readonly key: string;
  /** The file that says so. */
  readonly path: string;
  /** Whether docker takes this one for pushes and pulls; Strata too, when it has none of its own. */
  readonly isUsed: boolean;
} & (
  | { readonly storage: 'plain'; readonly username: string | null; readonly canMove: boolean }
  | { readonly storage: 'helper'; readonly helper: string; readonly isMissing: boolean }
);

/** A login that was moved to the keychain, and can still be put back. */
export type DockerConfigMove = {
  readonly id: string;
  readonly registry: string;
  readonly username: string;
  readonly path: string;
};

/** A file of docker's that can't be read, and why. */
export type DockerConfigProblem = { readonly path: string; readonly problem: string };

export type DockerConfigReport = {
  /** The config.json that is in use. */
  readonly path: string;
  readonly logins: readonly DockerConfigLogin[];
  /** Helpers that the config names and that are not installed. */
  readonly missingHelpers: readonly string[];
  /** Clouds' own helpers that are installed, whether the config names them or not: `ecr-login`, `gcloud`. */
  readonly installedHelpers: readonly string[];
  readonly problems: readonly DockerConfigProblem[];
  /** Those since the window opened, the last one first. */
  readonly moves: readonly DockerConfigMove[];
};

/** A change that was asked for and not made yet. Every value but names of helpers is hidden in its texts. */
export type DockerConfigPlan = {
  readonly id: string;
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
  /** Helpers that are asked to erase their entry, too. */
  readonly helpers: readonly string[];
};

/** Whether docker asks Strata for logins, through docker-credential-strata. */
export type HelperStatus = {
  /** Where the program is put when it is first switched on. */
  readonly program: string;
  /** Whether it lies where programs are looked for, as far as Strata can see. */
  readonly isFound: boolean;
  /** For all registries that have no helper of their own. */
  readonly isForAll: boolean;
  /** For these, as docker's config writes them. */
  readonly keys: readonly string[];
};

const registry = z.string().trim().min(1).max(255);
const id = z.string().min(1).max(64);

export const dockerConfig = {
  report: request(() => z.void()).gives<DockerConfigReport>(),
  /** Stores the login in the keychain, reads it back, and only then takes it out of the file. */
  move: request(() =>
    z.object({ path: z.string().min(1).max(4096), key: z.string().max(4096) }),
  ).gives<DockerConfigMove>(),
  /** Puts a moved login back into the file, and takes it out of the keychain. */
  putBack: request(() => z.object({ id })).gives<void>(),
  /** What erasing docker's own login for a registry, or all of them (null), would change; null when docker has none. */
  planErase: request(() => z.object({ registry: registry.nullable() })).gives<DockerConfigPlan | null>(),
  helper: request(() => z.void()).gives<HelperStatus>(),
  /** What switching docker's helper would change, for one registry or for all (null); null when nothing would. */
  planHelper: request(() =>
    z.object({ registry: registry.nullable(), on: z.boolean() }),
  ).gives<DockerConfigPlan | null>(),
  /** Makes a planned change, if the files are still as they were shown. */
  apply: request(() => z.object({ id })).gives<void>(),
};
