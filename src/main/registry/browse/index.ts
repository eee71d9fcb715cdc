/** Looking at what registries hold, and moving and deleting tags there. */
import type { Handlers } from '../../../shared/contract/define.js';
import type { StrataContract } from '../../../shared/contract/index.js';
import type { NamePage } from '../../../shared/contract/repositories.js';
import { FailureError } from '../../../shared/failure.js';
import { say } from '../../../shared/words/index.js';
import { registryName } from '../../credentials/index.js';
import type { Page, RegistryClient } from '../client/types.js';
import { describeTag, readImage } from './remote-tag.js';
import { standingFor } from './same-digest.js';

/** Names that are asked for at once: a screen shows a few dozen. */
const PAGE = 200;

/** The contract's `repositories` calls. */
export function createBrowse(
  clientOf: (registry: string) => RegistryClient,
): Handlers<StrataContract>['repositories'] {
  const client = (registry: string): RegistryClient => clientOf(registryName(registry));
  const page = (after: string | undefined) => ({ size: PAGE, ...(after === undefined ? {} : { after }) });
  return {
    list: async ({ registry, after }) => namePage(await client(registry).repositories(page(after))),
    tags: async ({ registry, repository, after }) =>
      namePage(await client(registry).tags(repository, page(after))),
    tag: ({ registry, repository, tag }) => describeTag(client(registry), repository, tag),
    image: ({ registry, repository, reference, platform }) =>
      readImage(client(registry), { repository, reference, platform }),
    async copyTag({ registry, repository, from, to, replaces }) {
      const asked = client(registry);
      const now = await asked.resolve(repository, to);
      const manifest = await asked.manifest(repository, from);
      if (now !== null && now.digest !== replaces && now.digest !== manifest.digest) {
        throw new FailureError(taken(`${repository}:${to}`, now.digest));
      }
      return { digest: await asked.putManifest(repository, to, manifest) };
    },
    async deletePreview({ registry, repository, tag }) {
      const asked = client(registry);
      const { digest } = await asked.manifest(repository, tag);
      return { digest, ...(await standingFor(asked, repository, digest, tag)) };
    },
    async delete({ registry, repository, digest, tags }) {
      const asked = client(registry);
      const now = await standingFor(asked, repository, digest, null);
      const untold = now.tags.filter((tag) => !tags.includes(tag));
      if (untold.length > 0) throw new FailureError(moreFall(untold));
      await asked.deleteManifest(repository, digest);
    },
  };
}

const namePage = ({ items, next }: Page<string>): NamePage => ({ names: items, next });

const taken = (name: string, digest: string) =>
  ({
    code: 'conflict',
    title: say('registryFailures.taken', { name }),
    detail: say('registryFailures.taken.now', { digest: digest.slice(0, 19) }),
    remedy: say('registryFailures.taken.remedy'),
  }) as const;

const moreFall = (tags: readonly string[]) =>
  ({
    code: 'conflict',
    title: say('registryFailures.moreFall'),
    detail:
      tags.length > 5
        ? say('registryFailures.moreFall.andOthers', { names: tags.slice(0, 5).join(', ') })
        : say('registryFailures.moreFall.these', { names: tags.join(', ') }),
    remedy: say('registryFailures.moreFall.remedy'),
  }) as const;
