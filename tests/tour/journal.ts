/** What a tour writes down: a step each, with pictures, and the summary at the end. */
import type { Page } from '@playwright/test';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Step = {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly picture?: string;
};

export class Journal {
  electron = '';
  engine = '';
  readonly #steps: Step[] = [];
  #picture: string | undefined;

  private constructor(readonly folder: string) {}

  /** Starts a journal in an empty `folder`. */
  static async open(folder: string): Promise<Journal> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return new Journal(folder);
  }

  /** Does `work` and writes down how it went; what it answers is the detail. A failed step ends the tour. */
  async step(name: string, work: () => Promise<string>): Promise<void> {
    this.#picture = undefined;
    try {
      this.#write({ name, ok: true, detail: await work(), ...this.#pictured() });
    } catch (error) {
      this.#write({
        name,
        ok: false,
        detail: error instanceof Error ? error.message : String(error),
        ...this.#pictured(),
      });
      throw error;
    }
  }

  /** Takes a picture of the window; the step that takes it names it. */
  async picture(page: Page, name: string): Promise<void> {
    this.#picture = `${name}.png`;
    await page.screenshot({ path: join(this.folder, this.#picture), animations: 'disabled' });
  }

  /** Writes down an error that no step has told of. */
  stopped(error: unknown): void {
    if (this.#steps.at(-1)?.ok === false) return;
    this.#write({
      name: 'the tour went to its end',
      ok: false,
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }

  /** Writes summary.json. Answers with the exit code: 1 if a step failed or none was done. */
  async close(): Promise<number> {
    const summary = { electron: this.electron, engine: this.engine, steps: this.#steps };
    await writeFile(join(this.folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    const failed = this.#steps.filter(({ ok }) => !ok).length;
    console.log(
      `${this.#steps.length - failed} steps done, ${failed} failed; pictures and summary.json in ${this.folder}`,
    );
    return failed > 0 || this.#steps.length === 0 ? 1 : 0;
  }

  #pictured(): { picture?: string } {
    return this.#picture === undefined ? {} : { picture: this.#picture };
  }

  #write(step: Step): void {
    this.#steps.push(step);
    console.log(`${step.ok ? '✓' : '✗'} ${step.name}: ${step.detail}`);
  }
}
