/** Which stage a name means, and which of them end in the image. Pure. moby/buildkit dockerfile2llb/convert.go. */
import { say } from '../../words/index.js';
import type { Dockerfile, Flag, Stage } from '../syntax.js';
import type { Place } from './explanation.js';
import { code, line } from './phrases.js';

/** The stages of a file as its lines name them. */
export class StageNames {
  readonly #stages: readonly Stage[];
  readonly #named = new Map<string, Stage[]>();

  constructor({ stages }: Dockerfile) {
    this.#stages = stages;
    for (const stage of stages) {
      if (stage.name === null) continue;
      const same = this.#named.get(stage.name);
      if (same) same.push(stage);
      else this.#named.set(stage.name, [stage]);
    }
  }

  /** For FROM: the last one of the name above a stage; undefined when it is an image's. */
  named(name: string, before: number): Stage | undefined {
    return this.#named.get(name.toLowerCase())?.findLast(({ index }) => index < before);
  }

  /** For `from=`, which knows numbers too. */
  lending(name: string, before: number): Stage | undefined {
    const known = this.named(name, before);
    if (known || !/^\d+$/.test(name) || Number(name) >= before) return known;
    return this.#stages[Number(name)];
  }

  /** All that it may be, when only the build knows a variable in it: `binaries-$TARGETOS`. */
  possible(name: string, before: number): readonly Stage[] {
    const [start = '', ...rest] = name.toLowerCase().split(/\$\{[^}]*\}|\$\w+/);
    const end = rest.at(-1);
    const known = this.lending(name, before);
    if (known || end === undefined) return known ? [known] : [];
    return this.#stages.filter(
      ({ name: one, index }) => index < before && one?.startsWith(start) && one.endsWith(end),
    );
  }
}

/** The stages that the last one is made with, itself among them; no others are built unless they are the target. */
export function neededStages(
  { stages }: Dockerfile,
  names: StageNames,
  shown: (text: string) => string,
): ReadonlySet<Stage> {
  const last = stages.at(-1);
  const needed = new Set<Stage>(last ? [last] : []);
  // A set gives what is added while it is gone through.
  for (const { from, index, instructions } of needed) {
    for (const stage of names.possible(shown(from.image?.text ?? ''), index)) needed.add(stage);
    for (const name of instructions.flatMap(({ flags }) => flags.flatMap(lenderOf)))
      for (const stage of names.possible(shown(name), index)) needed.add(stage);
  }
  return needed;
}

function lenderOf({ name, value }: Flag): readonly string[] {
  if (value === null) return [];
  if (name === 'from') return [value];
  const lender = name === 'mount' ? /(?:^|,)from=([^,]*)/.exec(value)?.[1] : undefined;
  return lender === undefined ? [] : [lender];
}

/** “the stage `build` (line 3)”, “the image `busybox`”. */
export function sourceName(name: string, { stage, names }: Place): string {
  const lender = names.lending(name, stage?.index ?? 0);
  return lender
    ? say('explain.source.stage', { name: code(lender.name ?? name), line: line(lender.from) })
    : say('explain.source.image', { name: code(name) });
}
