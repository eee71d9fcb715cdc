/** What is said of sides says where a line begins and ends, not left and right: so a page can run from right to left. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../setup/paths.mjs';

const physical =
  /(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius|text-align:\s*(?:left|right)|float:\s*(?:left|right)|style:(?:left|right)\b|(?<![\w-])(?:left|right):\s*[\w(.-]+[^;\n]*;/g;

const stylesOf = (file: string, text: string): string =>
  file.endsWith('.css') ? text : text.slice(Math.max(0, text.indexOf('<style')));

describe('styles', () => {
  it('would be found out', () => {
    expect('p { margin-left: 4px; left: 0; text-align: right; }'.match(physical)).toHaveLength(3);
    expect('p { margin-inline: 4px; inset-inline-start: 0; text-align: end; }'.match(physical)).toBeNull();
  });

  it('name no left and no right', () => {
    const folder = join(root, 'src', 'renderer');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:css|svelte)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      (stylesOf(file, readFileSync(join(folder, file), 'utf8')).match(physical) ?? []).map(
        (words) => `${file}: ${words}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
