/** What a well-known registry expects at a login: words for the hint under the field. Pure. */

export type RegistryHint = {
  /** What the registry is called, when that isn't its address. */
  readonly name: string;
  readonly hint: string;
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
      hint: 'Your Docker ID, and a personal access token with the right to read and write.',
    },
  },
  {
    test: /^ghcr\.io$/,
    hint: {
      name: 'GitHub',
      hint: 'Your GitHub name, and a classic personal access token with “write:packages”.',
    },
  },
  {
    test: /^registry\.gitlab\.com$/,
    hint: { name: 'GitLab', hint: 'Your GitLab name, and an access or deploy token with “write_registry”.' },
  },
  {
    test: /^quay\.io$/,
    hint: { name: 'Quay', hint: 'Your name or a robot account, such as “team+robot”, and its token.' },
  },
  {
    test: /^\d+\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/,
    hint: {
      name: 'Amazon ECR',
      hint: 'The username is AWS; “aws ecr get-login-password” prints a password for twelve hours.',
      username: 'AWS',
      helpers: ['ecr-login'],
    },
  },
  {
    test: /^([a-z0-9-]+-docker\.pkg\.dev|([a-z]+\.)?gcr\.io)$/,
    hint: {
      name: 'Google Artifact Registry',
      hint: 'The username is oauth2accesstoken; “gcloud auth print-access-token” prints a password for an hour.',
      username: 'oauth2accesstoken',
      helpers: ['gcloud', 'gcr'],
    },
  },
  {
    test: /^[a-z0-9]+\.azurecr\.io$/,
    hint: {
      name: 'Azure Container Registry',
      hint: 'A token’s name and its password, or a service principal.',
      helpers: ['acr-env'],
    },
  },
  {
    test: /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/,
    hint: { name: 'This computer', hint: 'A registry on this computer, reached without encryption.' },
  },
];

/** What is known of the registry at `address`; null for one that Strata knows nothing about. */
export function registryHint(address: string): RegistryHint | null {
  // A path after it is for a part of the registry.
  const [host = ''] = address.trim().toLowerCase().split('/');
  return rules.find((rule) => rule.test.test(host))?.hint ?? null;
}

/** That a helper which is installed would do without a password; null where there is none for that registry. */
export function helperHint(address: string, installed: readonly string[]): string | null {
  const helper = registryHint(address)?.helpers?.find((name) => installed.includes(name));
  return helper === undefined
    ? null
    : `docker-credential-${helper} is installed here and needs no password: name it for this registry in docker’s config, and Strata uses it, too.`;
}
