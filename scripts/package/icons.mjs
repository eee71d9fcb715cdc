/** All icons from resources/icon.svg: PNGs by size, and the two containers of them that Windows and macOS want. */
import { Resvg } from '@resvg/resvg-js';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Apple's names of PNGs by size, as `iconutil` writes them. */
const ICNS_TYPES = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]);

/** Writes `png/NxN.png`, `icon.ico` and `icon.icns` into `folder`. @param {string} svg @param {string} folder */
export function makeIcons(svg, folder) {
  const text = readFileSync(svg, 'utf8');
  const pngs = new Map(
    PNG_SIZES.map((size) => [
      size,
      new Resvg(text, { fitTo: { mode: 'width', value: size } }).render().asPng(),
    ]),
  );
  /** @param {number} size */
  const png = (size) => pngs.get(size) ?? Buffer.alloc(0);
  mkdirSync(join(folder, 'png'), { recursive: true });
  for (const size of PNG_SIZES) writeFileSync(join(folder, 'png', `${size}x${size}.png`), png(size));
  writeFileSync(join(folder, 'icon.ico'), ico(ICO_SIZES.map((size) => ({ size, png: png(size) }))));
  writeFileSync(
    join(folder, 'icon.icns'),
    icns(ICNS_TYPES.map(([type, size]) => ({ type, png: png(size) }))),
  );
}

/** A directory of pictures, each with 16 bytes, then the pictures. @param {readonly { size: number, png: Buffer }[]} pictures */
export function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, at) => {
    const entry = 6 + 16 * at;
    // 0 stands for 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Chunks of a name, a length and a picture, big-endian. @param {readonly { type: string, png: Buffer }[]} pictures */
export function icns(pictures) {
  const chunks = pictures.map(({ type, png }) =>
    Buffer.concat([Buffer.from(type), length(png.length + 8), png]),
  );
  const body = Buffer.concat(chunks);
  return Buffer.concat([Buffer.from('icns'), length(body.length + 8), body]);
}

/** @param {number} bytes */
function length(bytes) {
  const word = Buffer.alloc(4);
  word.writeUInt32BE(bytes);
  return word;
}
