/** The user guide names what is on screen, shows pictures that the tour takes, and leads nowhere that isn't there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/shared/words/en/index.js';
import { guidePictures } from '../../tests/tour/guide-pictures.js';
import { root } from '../setup/paths.mjs';

const guide = join(root, 'docs', 'guide');
const pages = readdirSync(guide).filter((file) => file.endsWith('.md'));
const textOf = (page: string): string => readFileSync(join(guide, page), 'utf8');

/** What stands between the first and the last sign of emphasis of a line. */
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name.replace(/\s+/g, ' ')],
  );

/** The guide's own: not names on screen. */
const OWN = [
  'Dockerfile',
  'ssh',
  'TLS',
  'Podman',
  '?',
  'bold',
  'A page that hangs or dies',
  'A damaged file',
];

describe('the user guide', () => {
  it('calls things as they are called on screen', () => {
    const said = new Set(Object.values(en as Readonly<Record<string, string>>));
    const unknown = pages.flatMap((page) =>
      namesIn(textOf(page))
        .filter((name) => !said.has(name) && !OWN.includes(name))
        .map((name) => `${page}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('shows every picture that the tour takes for it, and no other', () => {
    const shown = pages.flatMap((page) =>
      [...textOf(page).matchAll(/!\[[^\]]+\]\(pictures\/([\w-]+)\.png\)/g)].map(([, name]) => name),
    );
    expect(shown.toSorted()).toEqual(Object.keys(guidePictures).toSorted());
    expect(
      readdirSync(join(guide, 'pictures'))
        .map((file) => file.replace(/\.png$/, ''))
        .toSorted(),
    ).toEqual(Object.keys(guidePictures).toSorted());
  });

  it('and all other documents lead only to what is there', () => {
    const docs = [
      'README.md',
      'CONTRIBUTING.md',
      ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.md'))
        .map((file) => join('docs', file)),
    ];
    const broken = docs.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .filter(([, target = '']) => !existsSync(join(root, dirname(file), target)))
        .map(([, target]) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
  });
});
