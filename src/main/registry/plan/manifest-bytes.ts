/** How long a manifest gets that the engine has yet to write (distribution manifest/schema2: JSON, indented by three). Pure. */

const SCHEMA = 'application/vnd.docker.distribution.manifest.v2+json';
const CONFIG = 'application/vnd.docker.container.image.v1+json';
const LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
const digest = `sha256:${'0'.repeat(64)}`;

/** In bytes. All that varies in it is how many digits sizes have. */
export function manifestBytes(config: number, layers: readonly number[]): number {
  const manifest = {
    schemaVersion: 2,
    mediaType: SCHEMA,
    config: { mediaType: CONFIG, size: config, digest },
    layers: layers.map((size) => ({ mediaType: LAYER, size, digest })),
  };
  return Buffer.byteLength(JSON.stringify(manifest, null, 3));
}
