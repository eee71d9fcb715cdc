/**
 * The steps of a build before it is built: those that make something, in the stages that the target needs, each with all that
 * decides whether its result can be reused. Pure. moby/buildkit frontend/dockerfile/dockerfile2llb/convert.go.
 */
import { expand, globalsOf, Scope, type Given } from './scope.js';
import type { CommandInstruction, CopyInstruction, Dockerfile, Flag, Instruction, Stage } from './syntax.js';

export type PlannedStep = {
  /** First and last line, from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly stage: number;
  readonly keyword: 'FROM' | 'RUN' | 'COPY' | 'ADD' | 'WORKDIR';
  /** As it is written, on one line. */
  readonly text: string;
  /** The step whose files it starts from, by its place in the plan; null for the first of a stage on an image or on nothing. */
  readonly parent: number | null;
  /** Steps of other stages that it takes files from. */
  readonly from: readonly number[];
  /** Images that it takes files from. */
  readonly images: readonly string[];
  /** Paths of the context that it takes, as COPY names them, with what it leaves out of them. */
  readonly context: readonly string[];
  readonly excludes: readonly string[];
  /** All else that the step is remembered by. */
  readonly recipe: string;
};

export type PlanOptions = {
  readonly target?: string | undefined;
  readonly arguments: readonly { readonly name: string; readonly value: string }[];
  readonly platform?: string | undefined;
};

/** The steps in the order of the file; none when there is no such target. */
export function planBuild(file: Dockerfile, options: PlanOptions): readonly PlannedStep[] {
  const given: Given = new Map(options.arguments.map(({ name, value }) => [name, value]));
  const planner = new Planner(file, given, options.platform ?? '');
  const target = options.target ? stageNamed(file, options.target, file.stages.length) : file.stages.at(-1);
  if (target) planner.need(target);
  for (const stage of file.stages) planner.plan(stage);
  return planner.steps;
}

/** By name or number, among the stages before `before`; the last of a name counts. */
function stageNamed(file: Dockerfile, name: string, before: number): Stage | undefined {
  const earlier = file.stages.slice(0, before);
  return (
    earlier.findLast((stage) => stage.name === name.toLowerCase()) ??
    (/^\d+$/.test(name) ? earlier[Number(name)] : undefined)
  );
}

class Planner {
  readonly steps: PlannedStep[] = [];
  readonly #file: Dockerfile;
  readonly #given: Given;
  readonly #platform: string;
  readonly #globals: ReadonlyMap<string, string>;
  readonly #needed = new Set<Stage>();
  /** What each planned stage ends with. */
  readonly #ends = new Map<Stage, { readonly step: number | null; readonly scope: Scope }>();

  constructor(file: Dockerfile, given: Given, platform: string) {
    this.#file = file;
    this.#given = given;
    this.#platform = platform;
    this.#globals = globalsOf(file, given);
  }

  /** Marks a stage and those that it takes anything from. */
  need(stage: Stage): void {
    const open = [stage];
    for (let next = open.pop(); next; next = open.pop()) {
      if (this.#needed.has(next)) continue;
      this.#needed.add(next);
      const names = [this.#image(next), ...next.instructions.flatMap(sourceNames)];
      const { index } = next;
      for (const name of names) {
        const other = stageNamed(this.#file, name, index);
        if (other) open.push(other);
      }
    }
  }

  plan(stage: Stage): void {
    if (!this.#needed.has(stage)) return;
    const image = this.#image(stage);
    const base = stageNamed(this.#file, image, stage.index);
    const end = base && this.#ends.get(base);
    const scope = new Scope(this.#file.escape, this.#given, this.#globals, end?.scope ?? null);
    let parent = end?.step ?? null;
    if (!base && image !== 'scratch') {
      const platform = flagOf(stage.from.flags, 'platform') ?? this.#platform;
      parent = this.#add(stage, stage.from, null, { images: [image], recipe: platform });
    }
    for (const instruction of stage.instructions.slice(1)) {
      scope.apply(instruction);
      parent = this.#step(stage, instruction, parent, scope) ?? parent;
    }
    this.#ends.set(stage, { step: parent, scope });
  }

  #step(stage: Stage, instruction: Instruction, parent: number | null, scope: Scope): number | null {
    switch (instruction.keyword) {
      case 'RUN':
        return this.#add(stage, instruction, parent, this.#run(stage, instruction, scope));
      case 'COPY':
      case 'ADD':
        return this.#add(stage, instruction, parent, this.#copy(stage, instruction, scope));
      case 'WORKDIR':
        return scope.folder === '/' ? null : this.#add(stage, instruction, parent, { recipe: scope.folder });
      default:
        return null;
    }
  }

  #add(
    { index: stage }: Stage,
    instruction: Instruction,
    parent: number | null,
    rest: Partial<Pick<PlannedStep, 'from' | 'images' | 'context' | 'excludes'>> & {
      readonly recipe: string;
    },
  ): number {
    const { start, end } = instruction.range;
    this.steps.push({
      line: start.line,
      endLine: end.line,
      stage,
      keyword: instruction.keyword as PlannedStep['keyword'],
      text: [instruction.keyword, ...instruction.flags.map(written), instruction.value.trim()]
        .join(' ')
        .replace(/\s+/g, ' '),
      parent,
      from: [],
      images: [],
      context: [],
      excludes: [],
      ...rest,
    });
    return this.steps.length - 1;
  }

  #run(stage: Stage, run: CommandInstruction, scope: Scope) {
    const { command, heredocs, flags } = run;
    const words = command.form === 'exec' ? command.items : [...scope.shell, command.text];
    const mounts = flags
      .filter(({ name }) => name === 'mount')
      .map(({ value }) => mountOf(value ?? '', scope));
    const sources = mounts.flatMap(({ type, from, source }) =>
      type === 'bind' && from === null ? [source] : [],
    );
    return {
      ...this.#sources(
        stage,
        mounts.flatMap(({ from }) => (from === null ? [] : [from])),
      ),
      context: sources,
      recipe: recipe(
        words,
        heredocs.map(({ content }) => content),
        flags.map(({ name, value }) => `${name}=${scope.expand(value ?? '')}`),
        scope.environment,
        [scope.folder, scope.user],
      ),
    };
  }

  #copy(stage: Stage, copy: CopyInstruction, scope: Scope) {
    const { sources, destination, heredocs, flags } = copy;
    const from = flagOf(flags, 'from');
    const paths = sources.map((word) => scope.expand(word)).filter((path) => !path.startsWith('<<'));
    const isRemote = (path: string): boolean => /^(?:https?|git|ssh):\/\/|^git@/.test(path);
    const others = flags.filter(({ name }) => name !== 'from' && name !== 'exclude');
    const target = scope.expand(destination ?? '');
    return {
      ...this.#sources(stage, from === null ? [] : [scope.expand(from)]),
      context: from === null ? paths.filter((path) => !isRemote(path)) : [],
      excludes: flags.flatMap(({ name, value }) =>
        name === 'exclude' && value ? [scope.expand(value)] : [],
      ),
      recipe: recipe(
        [copy.keyword],
        paths,
        [scope.resolve(target), target.endsWith('/') ? '/' : ''],
        heredocs.map(({ content, expands }) => (expands ? scope.expand(content) : content)),
        others.map((flag) => scope.expand(written(flag))),
      ),
    };
  }

  /** Names of stages and images as what they stand for. */
  #sources({ index }: Stage, names: readonly string[]): Pick<PlannedStep, 'from' | 'images'> {
    const from: number[] = [];
    const images: string[] = [];
    for (const name of names) {
      const stage = stageNamed(this.#file, name, index);
      const step = stage && this.#ends.get(stage)?.step;
      if (typeof step === 'number') from.push(step);
      else if (!stage) images.push(name);
    }
    return { from, images };
  }

  #image({ from }: Stage): string {
    return expand(from.image?.text ?? '', this.#globals, this.#file.escape);
  }
}

function sourceNames({ keyword, flags }: Instruction): readonly string[] {
  if (keyword === 'COPY' || keyword === 'ADD') return [flagOf(flags, 'from') ?? ''];
  const mounts = flags.filter(({ name }) => name === 'mount');
  return mounts.flatMap(({ value }) => /(?:^|,)from=([^,]+)/.exec(value ?? '')?.[1] ?? []);
}

function mountOf(value: string, scope: Scope) {
  const fields = new Map(
    scope
      .expand(value)
      .split(',')
      .map((field) => {
        const at = field.indexOf('=');
        return at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)];
      }),
  );
  const type = fields.get('type') ?? 'bind';
  return { type, from: fields.get('from') ?? null, source: fields.get('source') ?? fields.get('src') ?? '.' };
}

const flagOf = (flags: readonly Flag[], wanted: string): string | null =>
  flags.find(({ name }) => name === wanted)?.value ?? null;

const written = ({ name, value }: Flag): string => (value === null ? `--${name}` : `--${name}=${value}`);

/** Lists that can't be taken for one another, however long each is. */
const recipe = (...lists: readonly (readonly string[])[]): string => JSON.stringify(lists);
