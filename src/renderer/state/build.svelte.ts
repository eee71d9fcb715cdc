/** The Build screen's memory: the projects that were opened, which one is shown, and their builds. Outlives the screen. */
import { SvelteMap } from 'svelte/reactivity';
import { contract } from '../../shared/contract/index.js';
import type { JobSummary } from '../../shared/contract/jobs.js';
import type { StrataClient } from './client.js';
import { BuildProject } from './build-project.svelte.js';
import { BuildRun } from './build-run.svelte.js';
import type { DockerfileDraft } from './dockerfile-draft.svelte.js';
import type { JobsState } from './jobs.svelte.js';
import type { SettingsState } from './settings.svelte.js';

/** Folders offered again on the screen. */
const MAX_RECENT = 8;

export class BuildDesk {
  readonly #client: StrataClient;
  readonly #jobs: JobsState;
  readonly #settings: SettingsState;
  readonly #projects = new SvelteMap<string, BuildProject>();

  /** What stands in the field "Project folder"; opened only when the user is done typing. */
  folderText = $state('');
  current: BuildProject | null = $state.raw(null);

  constructor(client: StrataClient, jobs: JobsState, settings: SettingsState) {
    this.#client = client;
    this.#jobs = jobs;
    this.#settings = settings;
  }

  get recentFolders(): readonly string[] {
    return this.#settings.current?.recentFolders ?? [];
  }

  /** Shows a folder: as it was left, when it was opened before. Looks at its files again either way. */
  async open(folder: string): Promise<void> {
    const trimmed = folder.trim();
    this.folderText = trimmed;
    if (trimmed === '') {
      this.current = null;
      return;
    }
    let project = this.#projects.get(trimmed);
    if (!project) {
      project = new BuildProject(trimmed, this.#client.builds);
      this.#projects.set(trimmed, project);
    }
    this.current = project;
    await project.look();
  }

  /** Asks for a folder in the system's own dialog. */
  async choose(): Promise<void> {
    const answer = await this.#client.app.chooseFolder();
    if (answer.ok && answer.value !== null) await this.open(answer.value);
  }

  /** Starts a build of `project` with its options as they are, and asks first when its Dockerfile isn't saved. */
  async build(project: BuildProject): Promise<void> {
    if (project.draft?.isDirty) project.isAskingToSave = true;
    else await this.buildSaved(project);
  }

  /** The projects' Dockerfiles with changes that aren't saved. */
  get unsaved(): readonly DockerfileDraft[] {
    return [...this.#projects.values()].flatMap((project) => project.unsaved);
  }

  /** Starts a build of what is on disk. */
  async buildSaved(project: BuildProject): Promise<void> {
    // Read again, so that what is shown beside the steps is what is built.
    await project.readDockerfile();
    const options = project.options;
    const source = project.source?.ok ? project.source.value : null;
    const started = await this.#client.builds.run(options);
    project.refused = started.ok ? null : started.failure;
    if (!started.ok) return;
    project.run?.job.stop();
    project.run = new BuildRun(this.#watch(started.value.job), options, source);
    await this.#remember(project.folder);
  }

  /** Shows the build behind a job of the activity list. */
  show(job: JobSummary): void {
    const known = [...this.#projects.values()].find((project) => project.run?.job.id === job.id);
    const project = known ?? new BuildProject('', this.#client.builds);
    project.run ??= new BuildRun(this.#watch(job.id), null, null);
    this.folderText = project.folder;
    this.current = project;
  }

  #watch(job: string) {
    return this.#jobs.watch(contract.builds.run, job);
  }

  async #remember(folder: string): Promise<void> {
    const recentFolders = [folder, ...this.recentFolders.filter((other) => other !== folder)];
    await this.#settings.change({ recentFolders: recentFolders.slice(0, MAX_RECENT) });
  }
}
