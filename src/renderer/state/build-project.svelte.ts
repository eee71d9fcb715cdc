/** One project folder on the Build screen: what is in it, how it would be built, and its latest build. */
import { SvelteMap } from 'svelte/reactivity';
import type { BuildRequest } from '../../shared/contract/build-options.js';
import type { DockerfileChange, DockerfileText, Project } from '../../shared/contract/builds.js';
import type { Failure, Result } from '../../shared/failure.js';
import { BuildChoices } from './build-choices.svelte.js';
import type { StrataClient } from './client.js';
import type { BuildRun } from './build-run.svelte.js';
import { DockerfileDraft } from './dockerfile-draft.svelte.js';

/** What can be folded away on the Build screen. */
export type ProjectPart = 'options' | 'context' | 'forecast' | 'history' | 'dockerfile';

type BuildCalls = Pick<
  StrataClient['builds'],
  'project' | 'dockerfile' | 'remembered' | 'saveDockerfile' | 'watchDockerfile'
>;

export class BuildProject {
  readonly folder: string;
  readonly #calls: BuildCalls;
  #nameEdited = false;
  #recalled = false;

  /** Null until main has looked at the folder. */
  project: Result<Project> | null = $state.raw(null);
  /** The Dockerfile that is chosen, as it is now. Null until it was read. */
  source: Result<DockerfileText> | null = $state.raw(null);

  dockerfile = $state('');
  #imageName = $state('');
  readonly choices = new BuildChoices();
  /** The Dockerfiles that were looked at, as they are edited, by their paths. */
  readonly #drafts = new SvelteMap<string, DockerfileDraft>();

  /** What the user unfolded or folded. */
  readonly #unfolded = new SvelteMap<ProjectPart, boolean>();

  /** The latest build of this folder, running or ended. */
  run: BuildRun | null = $state.raw(null);
  /** Why the latest build could not even start. */
  refused: Failure | null = $state.raw(null);
  /** A build was asked for while the Dockerfile has changes that aren't saved. */
  isAskingToSave = $state(false);

  constructor(folder: string, calls: BuildCalls) {
    this.folder = folder;
    this.#calls = calls;
  }

  get imageName(): string {
    return this.#imageName;
  }
  /** Typed by the user: from now on no proposal replaces it. */
  set imageName(name: string) {
    this.#imageName = name;
    this.#nameEdited = true;
  }

  /** Whether a part of the screen is unfolded. Before the first build all are, after it there is the build to look at. */
  isOpen(part: ProjectPart): boolean {
    return this.#unfolded.get(part) ?? this.run === null;
  }

  unfold(part: ProjectPart, open: boolean): void {
    this.#unfolded.set(part, open);
  }

  /** Looks at the folder because the user asked for it: a folder that is gone is said to be. */
  async look(): Promise<void> {
    await this.#take(await this.#calls.project({ folder: this.folder }));
  }

  /** Looks at the folder again unasked. One that vanished meanwhile is for the next build to report. */
  async refresh(): Promise<void> {
    if (this.folder === '') return;
    const result = await this.#calls.project({ folder: this.folder });
    if (result.ok || !this.project?.ok) await this.#take(result);
  }

  /** What the user typed or chose stays while it still exists. */
  async #take(result: Result<Project>): Promise<void> {
    this.project = result;
    if (!result.ok) return;
    const { dockerfiles, imageName } = result.value;
    await this.#recall();
    if (!this.#nameEdited) this.#imageName = imageName;
    if (!dockerfiles.includes(this.dockerfile)) this.dockerfile = dockerfiles[0] ?? '';
    await this.readDockerfile();
  }

  /** Once, when the project is first looked at: it opens as it was last built. */
  async #recall(): Promise<void> {
    if (this.#recalled) return;
    this.#recalled = true;
    const answer = await this.#calls.remembered({ folder: this.folder });
    if (!answer.ok || answer.value === null) return;
    this.imageName = answer.value.imageName;
    this.dockerfile = answer.value.dockerfile;
    this.choices.restore(answer.value);
  }

  /** Shows another Dockerfile of the folder. */
  async chooseDockerfile(dockerfile: string): Promise<void> {
    this.dockerfile = dockerfile;
    await this.readDockerfile();
  }

  async readDockerfile(): Promise<void> {
    const asked = this.dockerfile;
    if (asked === '') return;
    const result = await this.#calls.dockerfile({ folder: this.folder, dockerfile: asked });
    // Another one was chosen meanwhile: its own answer is on its way.
    if (asked !== this.dockerfile) return;
    if (result.ok) this.#know(asked, result.value);
    else this.#lose(asked, result);
  }

  /** The chosen Dockerfile as it is edited; null until it was read. */
  get draft(): DockerfileDraft | null {
    return this.#drafts.get(this.dockerfile) ?? null;
  }

  /** The Dockerfiles with changes that aren't saved. */
  get unsaved(): readonly DockerfileDraft[] {
    return [...this.#drafts.values()].filter(({ isDirty }) => isDirty);
  }

  /** Follows the chosen Dockerfile on disk. @returns ends it */
  watch(): () => void {
    const { folder, dockerfile } = this;
    return this.#calls.watchDockerfile({ folder, dockerfile }, (change) => this.#notice(dockerfile, change));
  }

  /** Writes the Dockerfile as it was edited. @returns whether it is written; the draft says why not */
  async save(): Promise<boolean> {
    const { draft, dockerfile } = this;
    const answer = await draft?.save();
    if (answer?.ok) this.#know(dockerfile, answer.value);
    return answer?.ok ?? false;
  }

  #notice(dockerfile: string, change: DockerfileChange): void {
    // A save here is known already.
    const isKnown = change.type === 'text' && change.source.revision === this.draft?.source.revision;
    if (change.type === 'text' && !isKnown) this.#know(dockerfile, change.source);
    else if (change.type === 'gone') this.#lose(dockerfile, { ok: false, failure: change.failure });
  }

  /** The file is this now. */
  #know(dockerfile: string, source: DockerfileText): void {
    const draft = this.#drafts.get(dockerfile);
    if (draft) draft.take(source);
    else this.#drafts.set(dockerfile, new DockerfileDraft(this.folder, source, this.#calls));
    if (dockerfile !== this.dockerfile) return;
    this.source = { ok: true, value: source };
    this.choices.follow(source);
  }

  /** A file that vanished is for the build to report: what was read before is still worth showing. */
  #lose(dockerfile: string, result: Result<never>): void {
    if (!result.ok) this.#drafts.get(dockerfile)?.lose(result.failure);
    if (dockerfile === this.dockerfile && !this.source?.ok) this.source = result;
  }

  get options(): BuildRequest {
    return {
      folder: this.folder,
      dockerfile: this.dockerfile,
      imageName: this.imageName.trim(),
      ...this.choices.options,
    };
  }
}
