/** What is worth leaving out of a context: how it is recognised, and why. Secrets come first. Pure. */
import type { SuggestionKind } from '../../../shared/contract/context.js';
import { say } from '../../../shared/words/index.js';

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
  readonly reason: () => string;
};

export const suggestionRules: readonly SuggestionRule[] = [
  {
    id: 'env',
    kind: 'secret',
    what: 'file',
    name: /^\.env(?!\.(?:example|sample|template|dist|defaults?)$)(?:\.[\w.-]+)?$/,
    reason: () => say('contextReasons.env'),
  },
  {
    id: 'private-keys',
    kind: 'secret',
    what: 'file',
    name: /^id_(?:rsa|dsa|ecdsa|ed25519)$|\.(?:pem|key)$/,
    holdsKey: true,
    reason: () => say('contextReasons.privateKeys'),
  },
  {
    id: 'key-stores',
    kind: 'secret',
    what: 'file',
    name: /\.(?:p12|pfx|jks|keystore|kdbx)$/,
    reason: () => say('contextReasons.keyStores'),
  },
  {
    id: 'logins',
    kind: 'secret',
    what: 'file',
    name: /^\.(?:npmrc|netrc|pypirc|git-credentials|dockercfg|pgpass|htpasswd)$/,
    reason: () => say('contextReasons.logins'),
  },
  {
    id: 'login-folders',
    kind: 'secret',
    what: 'folder',
    name: /^\.(?:ssh|aws|azure|gnupg|kube|docker)$/,
    reason: () => say('contextReasons.loginFolders'),
  },
  {
    id: 'terraform-state',
    kind: 'secret',
    what: 'file',
    name: /\.tfstate(?:\.backup)?$/,
    glob: '*.tfstate*',
    reason: () => say('contextReasons.terraformState'),
  },
  {
    id: 'history',
    kind: 'history',
    what: 'folder',
    name: /^\.(?:git|hg|svn)$/,
    reason: () => say('contextReasons.history'),
  },
  {
    id: 'node-modules',
    kind: 'dependencies',
    what: 'folder',
    name: /^(?:node_modules|bower_components)$/,
    reason: () => say('contextReasons.nodeModules'),
  },
  {
    id: 'python-environment',
    kind: 'dependencies',
    what: 'folder',
    name: /^(?:\.venv|venv|\.tox|\.nox)$/,
    reason: () => say('contextReasons.pythonEnvironment'),
  },
  {
    id: 'python-caches',
    kind: 'output',
    what: 'folder',
    name: /^(?:__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.ipynb_checkpoints)$/,
    reason: () => say('contextReasons.pythonCaches'),
  },
  {
    id: 'cargo-maven-output',
    kind: 'output',
    what: 'folder',
    name: /^target$/,
    beside: /^(?:Cargo\.toml|pom\.xml|build\.sbt)$/,
    reason: () => say('contextReasons.output'),
  },
  {
    id: 'gradle-output',
    kind: 'output',
    what: 'folder',
    name: /^(?:build|\.gradle)$/,
    beside: /^(?:build|settings)\.gradle(?:\.kts)?$/,
    reason: () => say('contextReasons.gradle'),
  },
  {
    id: 'dotnet-output',
    kind: 'output',
    what: 'folder',
    name: /^(?:bin|obj)$/,
    beside: /\.(?:cs|fs|vb)proj$/,
    reason: () => say('contextReasons.dotnet'),
  },
  {
    id: 'web-output',
    kind: 'output',
    what: 'folder',
    name: /^(?:dist|build|\.next|\.nuxt|\.svelte-kit|\.output|\.parcel-cache|\.turbo|\.angular)$/,
    beside: /^(?:package\.json|pyproject\.toml|setup\.py)$/,
    reason: () => say('contextReasons.output'),
  },
  {
    id: 'terraform',
    kind: 'dependencies',
    what: 'folder',
    name: /^\.terraform$/,
    reason: () => say('contextReasons.terraform'),
  },
  {
    id: 'coverage',
    kind: 'output',
    what: 'folder',
    name: /^(?:coverage|\.nyc_output|htmlcov)$/,
    reason: () => say('contextReasons.coverage'),
  },
  {
    id: 'logs',
    kind: 'clutter',
    what: 'file',
    name: /.\.log$/,
    glob: '*.log',
    reason: () => say('contextReasons.logs'),
  },
  {
    id: 'editors',
    kind: 'clutter',
    what: 'folder',
    name: /^\.(?:idea|vscode|vs)$/,
    reason: () => say('contextReasons.editors'),
  },
  {
    id: 'system-clutter',
    kind: 'clutter',
    what: 'file',
    name: /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$|.~$|^\..+\.sw[op]$/,
    reason: () => say('contextReasons.clutter'),
  },
];
