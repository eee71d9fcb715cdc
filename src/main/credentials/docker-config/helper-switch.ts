/** Has docker ask Strata for its logins, all or those of one registry, and stops that again. */
import { delimiter, dirname } from 'node:path';
import type { HelperStatus } from '../../../shared/contract/docker-config.js';
import { readConfig, type ConfigContent } from './config-content.js';
import { readPlain } from './config-place.js';
import type { HelperMemory } from './helper-memory.js';
import { findHelper } from './helper-program.js';
import { withMember, withoutMember, type Step } from './json-text.js';
import type { Launcher } from './launcher.js';
import type { Change } from './plans.js';
import { keyOf, OWN_HELPER } from './sources.js';

export type HelperSwitchOptions = {
  /** The config.json in use. */
  readonly config: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly memory: HelperMemory;
  readonly launcher: Launcher;
};

/** Where a helper is named. */
type Place = {
  readonly path: readonly Step[];
  readonly name: string;
  readonly now: (config: ConfigContent) => string | null;
};

function placeOf(config: string, registry: string | null): Place {
  if (registry === null)
    return {
      path: [{ field: 'credsStore' }],
      name: `${config} credsStore`,
      now: ({ credsStore }) => credsStore,
    };
  const key = keyOf(registry);
  return {
    path: [{ field: 'credHelpers' }, { key }],
    name: `${config} credHelpers ${key}`,
    now: ({ credHelpers }) => credHelpers.get(key) ?? null,
  };
}

export async function helperStatus({
  config,
  environment,
  launcher,
}: HelperSwitchOptions): Promise<HelperStatus> {
  const { credsStore, credHelpers } = await contentOf(config);
  const named = [...credHelpers].filter(([, helper]) => helper === OWN_HELPER).map(([key]) => key);
  return {
    program: launcher.path,
    // Windows starts scripts, too.
    isFound:
      findHelper(OWN_HELPER, environment) !== null ||
      (environment.PATH ?? '').split(delimiter).includes(dirname(launcher.path)),
    isForAll: credsStore === OWN_HELPER,
    keys: named.sort(),
  };
}

/** `registry` null: all registries that have no helper of their own. */
export async function switching(
  { config, memory, launcher }: HelperSwitchOptions,
  registry: string | null,
  isOn: boolean,
): Promise<Change> {
  const place = placeOf(config, registry);
  const before = isOn ? null : ((await memory.recall(place.name)) ?? null);
  const edit = (text: string): string => {
    const now = nowAt(text, place);
    if (isOn) return now === OWN_HELPER ? text : withMember(text, place.path, OWN_HELPER);
    if (now !== OWN_HELPER) return text;
    return before === null ? withoutEmpty(text, place.path) : withMember(text, place.path, before);
  };
  return {
    files: [{ path: config, edit }],
    helpers: [],
    async first() {
      if (!isOn) return;
      await launcher.install();
      const content = await contentOf(config);
      const now = place.now(content);
      if (now !== OWN_HELPER) await memory.remember(place.name, now);
    },
    async last() {
      if (isOn) return;
      await memory.forget(place.name);
      const { isForAll, keys } = await statusOf(config);
      if (!isForAll && keys.length === 0) await launcher.remove();
    },
  };
}

async function statusOf(config: string) {
  const { credsStore, credHelpers } = await contentOf(config);
  return {
    isForAll: credsStore === OWN_HELPER,
    keys: [...credHelpers.values()].filter((helper) => helper === OWN_HELPER),
  };
}

/** A `credHelpers` that held nothing else goes with it. */
function withoutEmpty(text: string, path: readonly Step[]): string {
  const rest = withoutMember(text, path);
  const [holder, member] = path;
  if (!holder || !member) return rest;
  const read = readConfig(rest);
  return typeof read !== 'string' && read.credHelpers.size === 0 ? withoutMember(rest, [holder]) : rest;
}

function nowAt(text: string, place: Place): string | null {
  const read = readConfig(text);
  return typeof read === 'string' ? null : place.now(read);
}

async function contentOf(path: string): Promise<ConfigContent> {
  const read = readConfig((await readPlain(path).catch(() => null)) ?? '');
  return typeof read === 'string' ? { entries: [], credsStore: null, credHelpers: new Map() } : read;
}
