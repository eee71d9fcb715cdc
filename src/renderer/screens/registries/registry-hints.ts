/** What a well-known registry expects at a login: the text for the hint under the field, by its key. Pure. */
import { say, type Key } from '../../../shared/words/index.js';

export type RegistryHint = {
  /** What the registry is called, when that isn't its address. */
  readonly name: string;
  readonly hint: Extract<Key, `registries.hint.${string}`>;
  /** The one username that it takes, when there is only one. */
  readonly username?: string;
  /** Helpers of docker's that log in there by themselves: `ecr-login`. */
  readonly helpers?: readonly string[];
};

/** Offered as a start, by address. */
export const offeredRegistries = ['docker.io', 'ghcr.io', 'registry.gitlab.com', 'quay.io'] as const;

const rules: readonly { readonly test: RegExp; readonly hint: RegistryHint }[] = [
  {
    test: /^((index|registry-1|www|registry)\.)?docker\.(io|com)$/,
    hint: {
      name: 'Docker Hub',
      hint: 'registries.hint.hub',
    },
  },
  {
    test: /^ghcr\.io$/,
    hint: {
      name: 'GitHub',
      hint: 'registries.hint.github',
    },
  },
  {
    test: /^registry\.gitlab\.com$/,
    hint: { name: 'GitLab', hint: 'registries.hint.gitlab' },
  },
  {
    test: /^quay\.io$/,
    hint: { name: 'Quay', hint: 'registries.hint.quay' },
  },
  {
    test: /^\d+\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/,
    hint: {
      name: 'Amazon ECR',
      hint: 'registries.hint.amazon',
      username: 'AWS',
      helpers: ['ecr-login'],
    },
  },
  {
    test: /^([a-z0-9-]+-docker\.pkg\.dev|([a-z]+\.)?gcr\.io)$/,
    hint: {
      name: 'Google Artifact Registry',
      hint: 'registries.hint.google',
      username: 'oauth2accesstoken',
      helpers: ['gcloud', 'gcr'],
    },
  },
  {
    test: /^[a-z0-9]+\.azurecr\.io$/,
    hint: {
      name: 'Azure Container Registry',
      hint: 'registries.hint.azure',
      helpers: ['acr-env'],
    },
  },
  {
    test: /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/,
    hint: { name: '', hint: 'registries.hint.local' },
  },
];

/** What is known of the registry at `address`; null for one that Strata knows nothing about. */
export function registryHint(address: string): RegistryHint | null {
  // A path after it is for a part of the registry.
  const [host = ''] = address.trim().toLowerCase().split('/');
  const hint = rules.find((rule) => rule.test.test(host))?.hint ?? null;
  // Nobody has given it a name: it is told by a word.
  return hint?.name === '' ? { ...hint, name: say('registries.hint.here') } : hint;
}

/** That a helper which is installed would do without a password; null where there is none for that registry. */
export function helperHint(address: string, installed: readonly string[]): string | null {
  const helper = registryHint(address)?.helpers?.find((name) => installed.includes(name));
  return helper === undefined ? null : say('registries.helper', { helper: `docker-credential-${helper}` });
}
