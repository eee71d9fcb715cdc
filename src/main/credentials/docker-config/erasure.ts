/** Erasing docker's own logins, as `docker logout` does: the entries in its files, and what helpers keep for it. */
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { askHelper, findHelper } from './helper-program.js';
import { withoutMember } from './json-text.js';
import type { Change } from './plans.js';
import { keyOf, sourceFor, type DockerFiles } from './sources.js';

/** `registry` null: all of them. */
export function erasing(files: DockerFiles, registry: string | null, environment: NodeJS.ProcessEnv): Change {
  const { config, legacy } = files;
  const isMeant = (one: { readonly registry: string }): boolean =>
    registry === null || one.registry === registry;
  const kept = keptByHelpers(files, environment).filter(isMeant);
  const hasHelper = new Set(kept.map((one) => one.registry));
  // The empty entry that docker leaves for a helper goes with the helper's login, and is none by itself.
  const keys = config.content.entries
    .filter((entry) => isMeant(entry) && (entry.isPlain || hasHelper.has(entry.registry)))
    .map(({ key }) => key);
  const oldKeys = legacy.entries.filter(isMeant).map(({ key }) => key);
  return {
    files: [
      {
        path: config.path,
        edit: (text) => keys.reduce((rest, key) => takeOut(rest, [{ field: 'auths' }, { key }]), text),
      },
      {
        path: legacy.path,
        edit: (text) => oldKeys.reduce((rest, key) => takeOut(rest, [{ key }]), text),
      },
    ],
    helpers: [...new Set(kept.map(({ helper }) => helper))],
    async first() {
      for (const one of kept) {
        const answer = await askHelper(one.helper, 'erase', keyOf(one.registry), { environment });
        if (answer.kind === 'failed') throw new FailureError(notErased(one.registry, answer.why));
      }
    },
  };
}

/** Two lines of a ~/.dockercfg are a login, and go as a whole. */
const takeOut: typeof withoutMember = (text, path) => {
  if (text.trim() === '') return text;
  return text.trimStart().startsWith('{') ? withoutMember(text, path) : '';
};

/** Where docker's config says that an installed helper keeps a login: helpers themselves are not asked for a list. */
function keptByHelpers({ config: { content } }: DockerFiles, environment: NodeJS.ProcessEnv) {
  const registries = new Set(content.entries.map((entry) => entry.registry));
  for (const key of content.credHelpers.keys()) registries.add(registryAt(key));
  return [...registries].flatMap((registry) => {
    const source = sourceFor(content, registry);
    return source?.kind === 'helper' && findHelper(source.helper, environment) !== null
      ? [{ registry, helper: source.helper }]
      : [];
  });
}

const registryAt = (key: string): string => (key === keyOf('docker.io') ? 'docker.io' : key);

const notErased = (registry: string, why: string) =>
  ({
    code: 'unexpected',
    title: say('credentialFailures.dockersNotErased', { registry }),
    detail: say('credentialFailures.dockersNotErased.detail', {
      why: `${why[0]?.toUpperCase() ?? ''}${why.slice(1)}`,
    }),
    remedy: say('credentialFailures.dockersNotErased.remedy', { registry }),
  }) as const;
