/** What the checks of a Dockerfile go by besides its text: what lies beside it, what is chosen, and what images are here. */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { CheckSettings } from '../../../../shared/contract/context.js';
import type { LintOptions } from '../../../../shared/dockerfile/lint/index.js';
import type { StrataClient } from '../../../state/client.js';
import { argumentsOf, copyOf, hadolintOf, ignoreOf } from './lint-options.js';

type Calls = {
  readonly context: Pick<StrataClient['context'], 'checks'>;
  readonly images: Pick<StrataClient['images'], 'inspect'>;
};

type Chosen = {
  readonly arguments: readonly { readonly name: string; readonly value: string }[];
  readonly platform?: string | undefined;
};

/** While a name is typed each of its beginnings is asked for; this many are kept. */
const MOST_IMAGES = 200;

export class CheckSurroundings {
  #settings: CheckSettings | null = $state.raw(null);
  /** By what stands after FROM; null for what isn't here. */
  readonly #platforms = new SvelteMap<string, string | null>();
  readonly #asked = new SvelteSet<string>();
  readonly #calls: Calls;
  readonly #beside: Pick<LintOptions, 'ignoreFile' | 'hadolint'> = $derived({
    ...ignoreOf(this.#settings?.ignorePatterns ?? null),
    ...hadolintOf(this.#settings?.hadolint ?? null),
  });

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Asks anew. What can't be read has no say; the build tells of it. */
  async look(folder: string, dockerfile: string): Promise<void> {
    this.#asked.clear();
    this.#platforms.clear();
    const answer = await this.#calls.context.checks({ folder, dockerfile });
    this.#settings = answer.ok ? answer.value : null;
  }

  /** With what is chosen for the build. */
  options(chosen: Chosen): LintOptions {
    // Each one that becomes known makes other options, so that the checks are made anew.
    const known = copyOf(this.#platforms);
    return {
      ...this.#beside,
      arguments: argumentsOf(chosen.arguments),
      ...(chosen.platform === undefined ? {} : { targetPlatform: chosen.platform }),
      platformOf: (image) => {
        if (!known.has(image)) void this.#ask(image);
        return known.get(image) ?? null;
      },
    };
  }

  /** Once; the answer makes new options. */
  async #ask(image: string): Promise<void> {
    if (image === '' || image.length > 512) return;
    if (this.#asked.has(image) || this.#asked.size >= MOST_IMAGES) return;
    this.#asked.add(image);
    const answer = await this.#calls.images.inspect({ image });
    if (!this.#asked.has(image)) return;
    const platform = answer.ok ? `${answer.value.os}/${answer.value.architecture}` : null;
    this.#platforms.set(image, platform);
  }
}
