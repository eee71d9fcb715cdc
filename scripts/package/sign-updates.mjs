/**
 * `node scripts/package/sign-updates.mjs FOLDER`: completes and signs the update files in a folder of packages, with the private key in
 * `UPDATE_SIGNING_KEY` (PKCS #8, in base64). `--new-key` makes a pair. Needs nothing but node, so that nothing else is near the key.
 *
 * What is signed is a file's exact bytes, and its own name is among them: another channel's, or another system's, can't stand in for it.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

/** As electron-builder calls those of the two channels. */
const UPDATE_FILE = /^(?:latest|beta)(?:-mac|-linux(?:-arm64)?)?\.yml$/;

/**
 * Signs every update file in `folder` as `….sig`; gives their names. Refuses a file that names a package which isn't there as it says.
 * @param {string} folder @param {string} signingKey @param {readonly string[]} keys the public ones that packages have built in
 */
export async function signUpdates(folder, signingKey, keys) {
  const key = createPrivateKey({ key: Buffer.from(signingKey, 'base64'), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the signing key is no Ed25519 key');
  const own = rawPublicKey(createPublicKey(key));
  if (!keys.includes(own))
    throw new Error(`no package would know what this key signs: ${own} is not built in`);
  const names = readdirSync(folder).filter((name) => UPDATE_FILE.test(name));
  if (names.length === 0) throw new Error(`there is no update file in ${folder}`);
  for (const name of names) {
    const text = await complete(folder, name);
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, `${name}.sig`), `${sign(null, Buffer.from(text), key).toString('base64')}\n`);
  }
  return names;
}

/** @param {string} folder @param {string} name */
async function complete(folder, name) {
  const text = readFileSync(join(folder, name), 'utf8');
  const said = `file: ${name}\n`;
  if (/^file:/m.test(text) && !text.endsWith(`\n${said}`)) throw new Error(`${name} names another file`);
  const entries = [...text.matchAll(/^ {2}- url: (\S+)\n {4}sha512: (\S+)\n {4}size: (\d+)\n/gm)];
  if (entries.length === 0 || entries.length !== text.match(/^ {2}- url:/gm)?.length)
    throw new Error(`${name} is not written as electron-builder writes it`);
  for (const [, file = '', sha512] of entries) {
    const hash = createHash('sha512');
    await pipeline(createReadStream(join(folder, file)), hash);
    if (hash.digest('base64') !== sha512) throw new Error(`${name}: ${file} is not what it says`);
  }
  return text.endsWith(said) ? text : `${text.trimEnd()}\n${said}`;
}

/** 32 bytes in base64. @param {import('node:crypto').KeyObject} key */
const rawPublicKey = (key) => key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [word = ''] = process.argv.slice(2);
  if (word === '--new-key') {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    console.log(`keys, in resources/updates.json: ${rawPublicKey(publicKey)}`);
    console.log(
      `UPDATE_SIGNING_KEY, a secret: ${privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')}`,
    );
  } else {
    const own = JSON.parse(readFileSync(new URL('../../resources/updates.json', import.meta.url), 'utf8'));
    const names = await signUpdates(word, process.env['UPDATE_SIGNING_KEY'] ?? '', own.keys);
    console.log(`signed ${names.join(', ')}`);
  }
}
