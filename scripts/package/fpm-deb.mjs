#!/usr/bin/env node
/**
 * Stands in fpm's place where that can't be fetched: takes the words that electron-builder has for it
 * (app-builder-lib FpmTarget) and makes the package with Debian's own dpkg-deb.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const { options, depends, contents } = read(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'strata-deb-'));
// It becomes the root of the file system.
chmodSync(folder, 0o755);
try {
  for (const each of contents) place(each);
  const scripts = join(folder, 'DEBIAN');
  mkdirSync(scripts, { mode: 0o755 });
  writeFileSync(join(scripts, 'control'), control());
  for (const [option, name] of [
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ]) {
    const script = options.get(option ?? '');
    if (script) writeFileSync(join(scripts, name ?? ''), readFileSync(script), { mode: 0o755 });
  }
  // Files belong to root wherever the package was made.
  const packed = [
    `-Z${need('--deb-compression')}`,
    `-z${process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ?? '6'}`,
  ];
  const words = ['--root-owner-group', ...packed, '--build', folder, need('--package')];
  execFileSync('dpkg-deb', words, { stdio: ['ignore', 'ignore', 'inherit'] });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {readonly string[]} words */
function read(words) {
  /** @type {Map<string, string>} */
  const options = new Map();
  /** @type {string[]} */
  const depends = [];
  /** @type {{ from: string, to: string }[]} */
  const contents = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--force') continue;
    if (word.startsWith('-')) {
      const value = words[++at] ?? '';
      if (word === '-d') depends.push(value);
      else options.set(word, value);
      continue;
    }
    const [from = '', to = ''] = word.split('=');
    contents.push({ from, to });
  }
  return { options, depends, contents };
}

/** A folder whose name ends with a slash stands for what is in it. @param {{ from: string, to: string }} what */
function place({ from, to }) {
  const target = join(folder, to);
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  const isInside = to.endsWith('/') && statSync(from).isFile();
  cpSync(from, isInside ? join(target, basename(from)) : target, { recursive: true, verbatimSymlinks: true });
}

/** As deb-control(5) has it. */
function control() {
  const [synopsis = '', ...more] = need('--description').split('\n');
  return [
    `Package: ${need('--name')}`,
    `Version: ${need('--version')}`,
    `Architecture: ${need('--architecture')}`,
    `Maintainer: ${need('--maintainer')}`,
    `Depends: ${depends.join(', ')}`,
    `Recommends: ${options.get('--deb-recommends') ?? ''}`,
    'Section: devel',
    `Priority: ${options.get('--deb-priority') ?? 'optional'}`,
    `Homepage: ${need('--url')}`,
    `Description: ${synopsis}`,
    ...more,
  ]
    .filter((line) => !line.endsWith(': '))
    .map((line) => `${line}\n`)
    .join('');
}

/** @param {string} option */
function need(option) {
  const value = options.get(option);
  if (value === undefined) throw new Error(`fpm would have been given ${option}`);
  return value;
}
