/** Engines with many images: a real one that loads them from one archive, and one that only answers as if it had them. */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { TestEngine } from '../../tests/support/engine.js';
import { makeFolder, run } from '../../tests/support/processes.js';

/** Every image but each fourth has three names, that one has one: 2,000 images have 5,000. */
const namesOf = (image: number): readonly string[] => {
  const name = `team-${image % 40}/service-${image % 400}`;
  const tags = [`1.${image}`, `1.${image}-alpine`, `main-${image}`];
  return tags.slice(0, image % 4 === 0 ? 1 : 3).map((tag) => `${name}:${tag}`);
};

const LAYERS = 12;
const MADE = Date.UTC(2026, 0, 1);
const hourBefore = (hours: number): Date => new Date(MADE - hours * 3_600_000);
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** Loads `count` images that stand on the same few layers. */
export async function loadImages(engine: TestEngine, count: number): Promise<void> {
  const folder = await makeFolder('many');
  try {
    const diffIds = await Promise.all(
      Array.from({ length: LAYERS }, async (_, layer) => {
        const content = fileTar(`layer-${layer}`);
        await mkdir(join(folder, `${layer}`));
        await writeFile(join(folder, `${layer}`, 'layer.tar'), content);
        return `sha256:${sha256(content)}`;
      }),
    );
    const manifest = await Promise.all(
      Array.from({ length: count }, async (_, image) => {
        const used = 1 + (image % LAYERS);
        const config = JSON.stringify({
          architecture: 'amd64',
          os: 'linux',
          created: hourBefore(image).toISOString(),
          config: { Labels: { 'bench.number': `${image}` } },
          rootfs: { type: 'layers', diff_ids: diffIds.slice(0, used) },
          history: diffIds.slice(0, used).map((_, at) => ({ created_by: `COPY layer-${at} /` })),
        });
        const Config = `${sha256(config)}.json`;
        await writeFile(join(folder, Config), config);
        const Layers = diffIds.slice(0, used).map((_, at) => `${at}/layer.tar`);
        return { Config, RepoTags: namesOf(image), Layers };
      }),
    );
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    const archive = `${folder}.tar`;
    await run('tar', ['-cf', archive, '-C', folder, '.']);
    await engine.docker(['load', '--quiet', '--input', archive]);
    await rm(archive);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A tar of one empty file, as POSIX writes it (ustar). */
function fileTar(name: string): Buffer {
  const block = Buffer.alloc(3 * 512);
  block.write(name, 0);
  block.write('0000644\0' + '0000000\0' + '0000000\0' + '00000000000\0' + '00000000000\0', 100);
  block.write(' '.repeat(8) + '0', 148);
  block.write('ustar\x0000', 257);
  const sum = block.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

export type ScriptedEngine = { readonly host: string; readonly stop: () => Promise<void> };

/** Answers lists of `count` images without keeping any: no engine takes 50,000 names in a time that a bench has. */
export async function scriptEngine(count: number): Promise<ScriptedEngine> {
  const folder = await makeFolder('scripted');
  const socket = join(folder, 'engine.sock');
  const images = Array.from({ length: count }, (_, image) => ({
    Id: `sha256:${sha256(`${image}`)}`,
    RepoTags: namesOf(image),
    RepoDigests: [],
    Size: 1_000_000 + ((image * 7_919) % 900_000_000),
    Created: hourBefore(image).getTime() / 1000,
    Labels: { 'bench.number': `${image}` },
  }));
  const version = { Version: '20.10.24', ApiVersion: '1.41', Os: 'linux', Arch: 'amd64', Components: [] };
  const answers = new Map<string, string>([
    ['_ping', 'OK'],
    ['version', JSON.stringify(version)],
    ['images/json', JSON.stringify(images)],
    ['containers/json', '[]'],
  ]);
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/(v1\.\d+\/)?/, '').replace(/\?.*/, '');
    response.setHeader('Api-Version', version.ApiVersion);
    response.setHeader('Content-Type', 'application/json');
    if (path === 'events') {
      // One that never ends, and tells of nothing.
      response.flushHeaders();
      return;
    }
    const answer = answers.get(path);
    response.statusCode = answer === undefined ? 404 : 200;
    response.end(answer ?? '{"message":"No such image"}');
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    host: `unix://${socket}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
