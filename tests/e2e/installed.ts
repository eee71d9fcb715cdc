/** Strata as it runs once it was installed as an AppImage, with a feed of newer versions built in. */
import { mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { UpdateFeed } from '../support/update-feed.js';
import { emptyFolder } from './test.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Installed = {
  readonly appFolder: string;
  readonly image: string;
  readonly env: Record<string, string>;
};

/** What was built, with a feed built in, as if it ran out of an AppImage. */
export async function installed({ address, key }: UpdateFeed, version = '0.1.0'): Promise<Installed> {
  const folder = await emptyFolder();
  const appFolder = join(folder, 'app');
  await mkdir(appFolder);
  const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object;
  const strataUpdates = { feed: address, keys: [key] };
  await writeFile(join(appFolder, 'package.json'), JSON.stringify({ ...own, version, strataUpdates }));
  for (const name of ['out', 'node_modules']) await symlink(join(root, name), join(appFolder, name));
  const image = join(folder, 'Strata.AppImage');
  await writeFile(image, 'the old one');
  const executable = await realpath(process.env.ELECTRON_EXEC_PATH ?? '');
  return { appFolder, image, env: { APPIMAGE: image, APPDIR: dirname(executable) } };
}
