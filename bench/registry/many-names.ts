/** A registry with 10,000 repositories, one of which has 20,000 tags: all of one small image. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Agent } from 'undici';

const REPOSITORIES = 10_000;
const TAGS = 20_000;
const AT_ONCE = 16;

/** The repository with many tags. */
export const MANY_TAGS = 'many/tags';

type Blob = { readonly mediaType: string; readonly digest: string; readonly size: number };

/** `host`: an open registry's `127.0.0.1:PORT`. */
export async function fillRegistry(host: string): Promise<void> {
  const agent = new Agent({ connections: AT_ONCE });
  const send = async (method: 'POST' | 'PUT', path: string, body?: Buffer, type?: string) => {
    const answer = await agent.request({
      origin: `http://${host}`,
      path,
      method,
      ...(body === undefined ? {} : { body }),
      ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    });
    await answer.body.dump();
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode}`);
    return answer.headers;
  };
  const upload = async (bytes: Buffer, mediaType: string): Promise<Blob> => {
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const { location } = await send('POST', `/v2/${MANY_TAGS}/blobs/uploads/`);
    const { pathname, search } = new URL(String(location), `http://${host}`);
    await send('PUT', `${pathname}${search}&digest=${digest}`, bytes, 'application/octet-stream');
    return { mediaType, digest, size: bytes.length };
  };
  try {
    const tar = Buffer.alloc(1024);
    const layer = await upload(gzipSync(tar), 'application/vnd.oci.image.layer.v1.tar+gzip');
    const diffId = `sha256:${createHash('sha256').update(tar).digest('hex')}`;
    const settings = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [diffId] } };
    const config = await upload(
      Buffer.from(JSON.stringify(settings)),
      'application/vnd.oci.image.config.v1+json',
    );
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const manifest = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config, layers: [layer] }));
    await each(TAGS, (at) => send('PUT', `/v2/${MANY_TAGS}/manifests/tag-${at}`, manifest, mediaType));
    await each(REPOSITORIES - 1, async (at) => {
      const repository = `team-${at % 100}/app-${at}`;
      for (const { digest } of [config, layer])
        await send('POST', `/v2/${repository}/blobs/uploads/?mount=${digest}&from=${MANY_TAGS}`);
      await send('PUT', `/v2/${repository}/manifests/1`, manifest, mediaType);
    });
  } finally {
    await agent.close();
  }
}

/** `work` for 0 to `count`, a few at the same time. */
async function each(count: number, work: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
