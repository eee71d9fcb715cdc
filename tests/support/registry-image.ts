/** Images that are put into an open registry over its API, without an engine. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export type RegistryImage = {
  /** Of its manifest. */
  readonly digest: string;
  /** Of its one layer, as it lies in the registry. */
  readonly layer: { readonly digest: string; readonly size: number };
};

/** An image of one layer that holds one file, under `repository:tag` of the registry at `host`. */
export async function putImage(
  host: string,
  repository: string,
  tag: string,
  content: Buffer,
): Promise<RegistryImage> {
  const archive = pack();
  archive.entry({ name: 'content' }, content);
  archive.finalize();
  const tar = await buffer(archive);
  const layer = gzipSync(tar, { level: 1 });
  const config = Buffer.from(
    JSON.stringify({
      architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
      os: 'linux',
      config: {},
      rootfs: { type: 'layers', diff_ids: [digestOf(tar)] },
      history: [{ created_by: 'made by a test' }],
    }),
  );
  await Promise.all([putBlob(host, repository, layer), putBlob(host, repository, config)]);
  const type = 'application/vnd.docker.distribution.manifest.v2+json';
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: type,
      config: {
        mediaType: 'application/vnd.docker.container.image.v1+json',
        size: config.length,
        digest: digestOf(config),
      },
      layers: [
        {
          mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
          size: layer.length,
          digest: digestOf(layer),
        },
      ],
    }),
  );
  await send('PUT', `http://${host}/v2/${repository}/manifests/${tag}`, manifest, type);
  return { digest: digestOf(manifest), layer: { digest: digestOf(layer), size: layer.length } };
}

async function putBlob(host: string, repository: string, bytes: Buffer): Promise<void> {
  const begun = await send('POST', `http://${host}/v2/${repository}/blobs/uploads/`);
  const place = new URL(begun.headers.get('location') ?? '');
  place.searchParams.set('digest', digestOf(bytes));
  await send('PUT', place.href, bytes, 'application/octet-stream');
}

async function send(method: string, url: string, body?: Buffer, type?: string): Promise<Response> {
  const answer = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  return answer;
}
