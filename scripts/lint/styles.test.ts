/** What is said of sides says where a line begins and ends, not left and right: so a page can run from right to left. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../setup/paths.mjs';

const physical =
  /(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius|text-align:\s*(?:left|right)|float:\s*(?:left|right)|style:(?:left|right)\b|(?<![\w-])(?:left|right):\s*[\w(.-]+[^;\n]*;/g;

/** Top, right, bottom, left: fine only where both sides are alike. */
const fourSides = /(?:margin|padding|inset):\s*([^;{}]+);/g;
/** What is moved, turned or cast sideways: said with `--along`, it goes the other way where lines do. */
const sideways =
  /(?:translate|rotate|scale):(?!\s*(?:0\b|none|(?:calc\()?var\(--along))[^;]+;|box-shadow:\s*inset\s+-?[1-9][^;]*;/g;

/** Values as a style sheet parts them: by spaces that stand in no parentheses. */
const partsOf = (value: string): readonly string[] =>
  value.trim().match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

const unlikeSides = (styles: string): readonly string[] =>
  [...styles.matchAll(fourSides)].flatMap(([words, value = '']) => {
    const [, right, , left] = partsOf(value);
    return left === undefined || left === right ? [] : [words];
  });

const offences = (styles: string): readonly string[] => [
  ...(styles.match(physical) ?? []),
  ...unlikeSides(styles),
  ...(styles.match(sideways) ?? []),
];

const stylesOf = (file: string, text: string): string =>
  file.endsWith('.css') ? text : text.slice(Math.max(0, text.indexOf('<style')));

describe('styles', () => {
  it('would be found out', () => {
    expect(offences('p { margin-left: 4px; left: 0; text-align: right; }')).toHaveLength(3);
    expect(offences('p { margin-inline: 4px; inset-inline-start: 0; text-align: end; }')).toEqual([]);
    expect(offences('p { padding: 0 calc(1px + var(--a)) 0 0; inset: 0 0 0 auto; }')).toHaveLength(2);
    expect(offences('p { padding: 0 4px 1px 4px; margin: 1px 0 0; inset: 0; }')).toEqual([]);
    expect(offences('p { translate: 4px 0; rotate: 90deg; box-shadow: inset 2px 0 red; }')).toHaveLength(3);
    expect(
      offences('p { translate: 0 -50%; rotate: calc(var(--along) * 90deg); box-shadow: inset 0 -1px red; }'),
    ).toEqual([]);
  });

  it('name no left and no right', () => {
    const folder = join(root, 'src', 'renderer');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:css|svelte)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      offences(stylesOf(file, readFileSync(join(folder, file), 'utf8'))).map((words) => `${file}: ${words}`),
    );
    expect(found).toEqual([]);
  });

  it('turn every icon that points along the line', () => {
    const folder = join(root, 'src', 'renderer');
    const components = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.svelte'),
    );
    const pointing = components.flatMap((file) =>
      [
        ...readFileSync(join(folder, file), 'utf8').matchAll(/icons\/((?:chevrons?|arrow)-(?:left|right))'/g),
      ].map(([, icon = '']) => icon),
    );
    expect(pointing).toContain('arrow-left');
    const turned = readFileSync(join(folder, 'styles', 'base.css'), 'utf8');
    expect(pointing.filter((icon) => !turned.includes(`.lucide-${icon},`))).toEqual([]);
  });
});
