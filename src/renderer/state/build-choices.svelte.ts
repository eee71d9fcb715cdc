/** What the user has chosen under "Options" for one project. */
import type { BuildOptions, BuildRequest } from '../../shared/contract/build-options.js';
import type { DockerfileText } from '../../shared/contract/builds.js';
import { tryReference } from '../../shared/reference.js';
import {
  changedArguments,
  labelProblem,
  mergeRows,
  nameProblem,
  ownRows,
  type ArgumentRow,
} from './build-arguments.js';
import { filledSecrets, secretProblem, secretRows, type SecretRow } from './build-secrets.js';

export class BuildChoices {
  target = $state('');
  platform = $state('');
  arguments: readonly ArgumentRow[] = $state.raw([]);
  secrets: readonly SecretRow[] = $state.raw([]);
  labels: readonly ArgumentRow[] = $state.raw([]);
  ignoreCache = $state(false);
  /** The stage whose cache is ignored; empty for all. */
  ignoreCacheOf = $state('');
  pullBase = $state(false);
  sshAgent = $state(false);
  network: BuildOptions['network'] = $state('default');
  /** Names, with spaces between them. */
  extraTags = $state('');
  /** Images, with spaces between them. */
  cacheFrom = $state('');

  /** As an earlier build had them. */
  restore(options: BuildOptions): void {
    this.target = options.target ?? '';
    this.platform = options.platform ?? '';
    this.arguments = ownRows(options.arguments);
    this.secrets = secretRows(options.secrets);
    this.labels = ownRows(options.labels);
    this.ignoreCache = options.ignoreCache;
    this.ignoreCacheOf = options.ignoreCacheOf ?? '';
    this.pullBase = options.pullBase;
    this.sshAgent = options.sshAgent;
    this.network = options.network;
    this.extraTags = options.extraTags.join(' ');
    this.cacheFrom = options.cacheFrom.join(' ');
  }

  /** Follows the Dockerfile: its arguments, and a target that it may no longer have. */
  follow({ arguments: declared, stages }: DockerfileText): void {
    this.arguments = mergeRows(this.arguments, declared);
    if (!stages.includes(this.target)) this.target = '';
    if (!stages.includes(this.ignoreCacheOf)) this.ignoreCacheOf = '';
  }

  /** Null when all of it can be sent; else what is wrong, in words. */
  get problem(): string | null {
    const problems = [
      ...this.arguments.map((row) => nameProblem(row, this.arguments)),
      ...this.labels.map((row) => labelProblem(row, this.labels)),
      ...this.secrets.map((row) => secretProblem(row, this.secrets)),
      namesProblem(this.extraTags),
      namesProblem(this.cacheFrom),
    ];
    return problems.find((problem) => problem !== null) ?? null;
  }

  /** How many differ from what an untouched project has, for a heading when they are folded away. */
  get changes(): number {
    const { arguments: changed, labels, secrets, extraTags, cacheFrom } = this.options;
    const lists = [changed, labels ?? [], secrets ?? [], extraTags ?? [], cacheFrom ?? []];
    const chosen = [
      this.target !== '',
      this.platform.trim() !== '',
      this.ignoreCache,
      this.pullBase,
      this.sshAgent,
      this.network !== 'default',
    ];
    return chosen.filter(Boolean).length + lists.reduce((count, list) => count + list.length, 0);
  }

  get options(): Omit<BuildRequest, 'folder' | 'dockerfile' | 'imageName'> {
    const platform = this.platform.trim();
    return {
      ...(this.target === '' ? {} : { target: this.target }),
      ...(platform === '' ? {} : { platform }),
      arguments: changedArguments(this.arguments),
      labels: changedArguments(this.labels),
      secrets: filledSecrets(this.secrets),
      sshAgent: this.sshAgent,
      ignoreCache: this.ignoreCache,
      ...(this.ignoreCache && this.ignoreCacheOf !== '' ? { ignoreCacheOf: this.ignoreCacheOf } : {}),
      pullBase: this.pullBase,
      network: this.network,
      extraTags: namesIn(this.extraTags),
      cacheFrom: namesIn(this.cacheFrom),
    };
  }
}

const namesIn = (text: string): string[] => text.split(/[\s,]+/).filter((name) => name !== '');

/** What is wrong with a list of image names; null when nothing is. */
export function namesProblem(text: string): string | null {
  for (const name of namesIn(text)) {
    const parsed = tryReference(name);
    if (!parsed.ok) return parsed.failure.detail;
  }
  return null;
}
