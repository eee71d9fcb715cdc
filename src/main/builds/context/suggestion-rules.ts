/** What is worth leaving out of a context: how it is recognised, and why. Secrets come first. Pure. */
import type { SuggestionKind } from '../../../shared/contract/context.js';

export type SuggestionRule = {
  readonly id: string;
  readonly kind: SuggestionKind;
  readonly what: 'file' | 'folder';
  /** A test for the last part of a path. */
  readonly name: RegExp;
  /** Only where one of these lies beside it. */
  readonly beside?: RegExp;
  /** The pattern for all of them; where there is none, each name is a pattern of its own. */
  readonly glob?: string;
  /** Only files that hold a private key, each by its path: others of that name are often wanted. */
  readonly holdsKey?: true;
  readonly reason: string;
};

export const suggestionRules: readonly SuggestionRule[] = [
  {
    id: 'env',
    kind: 'secret',
    what: 'file',
    name: /^\.env(?!\.(?:example|sample|template|dist|defaults?)$)(?:\.[\w.-]+)?$/,
    reason: 'It usually holds passwords and keys. In a layer, everyone who has the image can read them.',
  },
  {
    id: 'private-keys',
    kind: 'secret',
    what: 'file',
    name: /^id_(?:rsa|dsa|ecdsa|ed25519)$|\.(?:pem|key)$/,
    holdsKey: true,
    reason: 'It holds a private key. In a layer, everyone who has the image can read it.',
  },
  {
    id: 'key-stores',
    kind: 'secret',
    what: 'file',
    name: /\.(?:p12|pfx|jks|keystore|kdbx)$/,
    reason: 'It is a store of keys. In a layer, everyone who has the image can take it.',
  },
  {
    id: 'logins',
    kind: 'secret',
    what: 'file',
    name: /^\.(?:npmrc|netrc|pypirc|git-credentials|dockercfg|pgpass|htpasswd)$/,
    reason: 'It can hold a login. A secret of the build hands it to the step that needs it and keeps it out.',
  },
  {
    id: 'login-folders',
    kind: 'secret',
    what: 'folder',
    name: /^\.(?:ssh|aws|azure|gnupg|kube|docker)$/,
    reason: 'It can hold logins and keys. In a layer, everyone who has the image can read them.',
  },
  {
    id: 'terraform-state',
    kind: 'secret',
    what: 'file',
    name: /\.tfstate(?:\.backup)?$/,
    glob: '*.tfstate*',
    reason: 'The state of an infrastructure has its passwords in plain text.',
  },
  {
    id: 'history',
    kind: 'history',
    what: 'folder',
    name: /^\.(?:git|hg|svn)$/,
    reason: 'The whole history, deleted secrets included; and every commit would change what is copied.',
  },
  {
    id: 'node-modules',
    kind: 'dependencies',
    what: 'folder',
    name: /^(?:node_modules|bower_components)$/,
    reason: 'Installed for this machine; the image installs its own.',
  },
  {
    id: 'python-environment',
    kind: 'dependencies',
    what: 'folder',
    name: /^(?:\.venv|venv|\.tox|\.nox)$/,
    reason: 'An environment with paths of this machine; it doesn’t work in the image.',
  },
  {
    id: 'python-caches',
    kind: 'output',
    what: 'folder',
    name: /^(?:__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.ipynb_checkpoints)$/,
    reason: 'Python makes it again wherever it runs.',
  },
  {
    id: 'cargo-maven-output',
    kind: 'output',
    what: 'folder',
    name: /^target$/,
    beside: /^(?:Cargo\.toml|pom\.xml|build\.sbt)$/,
    reason: 'What earlier builds on this machine have made; the build in the image makes its own.',
  },
  {
    id: 'gradle-output',
    kind: 'output',
    what: 'folder',
    name: /^(?:build|\.gradle)$/,
    beside: /^(?:build|settings)\.gradle(?:\.kts)?$/,
    reason: 'What Gradle has made on this machine; the build in the image makes its own.',
  },
  {
    id: 'dotnet-output',
    kind: 'output',
    what: 'folder',
    name: /^(?:bin|obj)$/,
    beside: /\.(?:cs|fs|vb)proj$/,
    reason: 'What .NET has made on this machine; the build in the image makes its own.',
  },
  {
    id: 'web-output',
    kind: 'output',
    what: 'folder',
    name: /^(?:dist|build|\.next|\.nuxt|\.svelte-kit|\.output|\.parcel-cache|\.turbo|\.angular)$/,
    beside: /^(?:package\.json|pyproject\.toml|setup\.py)$/,
    reason: 'What earlier builds on this machine have made; the build in the image makes its own.',
  },
  {
    id: 'terraform',
    kind: 'dependencies',
    what: 'folder',
    name: /^\.terraform$/,
    reason: 'Providers and modules that Terraform has fetched for this machine.',
  },
  {
    id: 'coverage',
    kind: 'output',
    what: 'folder',
    name: /^(?:coverage|\.nyc_output|htmlcov)$/,
    reason: 'Reports of test runs; no image needs them.',
  },
  {
    id: 'logs',
    kind: 'clutter',
    what: 'file',
    name: /.\.log$/,
    glob: '*.log',
    reason: 'Logs change with every run, and so would what is copied.',
  },
  {
    id: 'editors',
    kind: 'clutter',
    what: 'folder',
    name: /^\.(?:idea|vscode|vs)$/,
    reason: 'Settings of an editor; no image needs them.',
  },
  {
    id: 'system-clutter',
    kind: 'clutter',
    what: 'file',
    name: /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$|.~$|^\..+\.sw[op]$/,
    reason: 'Left behind by the system or an editor; no image needs it.',
  },
];
