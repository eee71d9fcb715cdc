/**
 * Writes docker's config in docker's own steps (docker/cli, configfile: Save), at every message: reads it, adds the key that it
 * was told, fills a draft with a number behind the name, gives it the old one's mode and owner, renames it. Takes no lock.
 */
import {
  chmodSync,
  chownSync,
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';

const [, , file = ''] = process.argv;

process.on('message', (/** @type {{ key: string }} */ { key }) => {
  const config = JSON.parse(readFileSync(file, 'utf8'));
  config.auths[key] = {};
  const name = `${file}${Math.floor(Math.random() * 1e9)}`;
  const draft = openSync(name, 'wx', 0o600);
  writeSync(draft, JSON.stringify(config, null, '\t'));
  closeSync(draft);
  const { mode, uid, gid } = statSync(file);
  chmodSync(name, mode);
  chownSync(name, uid, gid);
  renameSync(name, file);
  process.send?.(key);
});
process.on('disconnect', () => process.exit(0));
