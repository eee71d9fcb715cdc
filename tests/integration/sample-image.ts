/** Images that a test makes itself: one layer, of the files that it names. */
import { pack } from 'tar-stream';
import { buffer } from 'node:stream/consumers';
import type { CommandOptions } from '../support/processes.js';

type Docker = (args: readonly string[], options?: CommandOptions) => Promise<string>;

/** Imports an image under `name` through the docker CLI. */
export async function importImage(
  docker: Docker,
  name: string,
  files: readonly { readonly name: string; readonly content: Buffer }[],
): Promise<void> {
  const archive = pack();
  for (const { name: path, content } of files) archive.entry({ name: path }, content);
  archive.finalize();
  await docker(['import', '-', name], { input: await buffer(archive) });
}
