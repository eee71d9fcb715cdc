/** The pictures of the user guide: each one that a tour takes anyway, by the name that it has there. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** By their names in docs/guide/pictures, without `.png`. */
export const guidePictures = {
  images: 'images-all',
  'image-layers': 'image-hello-web-layers',
  tags: 'tags-hello-web',
  'tag-moves': 'tag-hello-web-moves',
  build: 'build-hello-web',
  'build-failed': 'build-failing-run',
  'timeline-table': 'timeline-notes-node-table',
  push: 'push-hello-web',
  registries: 'registries',
  disk: 'disk',
  archive: 'archive-hello-web',
  engines: 'engines',
  settings: 'settings',
  'settings-german': 'settings-german',
  palette: 'palette',
  tour: 'tour-layers',
  failure: 'push-refused',
} as const;

/** Copies them from a tour's folder into the guide's. @throws Error of node:fs for one that was not taken */
export async function copyGuidePictures(tour: string, guide: string): Promise<void> {
  await mkdir(guide, { recursive: true });
  for (const [name, taken] of Object.entries(guidePictures))
    await copyFile(join(tour, `${taken}.png`), join(guide, `${name}.png`));
}
