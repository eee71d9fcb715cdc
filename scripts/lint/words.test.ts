/** What people read stands in the catalogue (src/shared/words), and nothing stands there that nobody says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/shared/words/en/index.js';
import { root } from '../setup/paths.mjs';

type Node = { readonly type?: string; readonly [member: string]: unknown };

/** Attributes that are read out or shown. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'placeholder',
  'title',
]);
/** Names, and what is the same in every language. */
const UNTRANSLATED =
  /^(?:Strata|untagged|docker|Dockerfile|Docker|Podman|BuildKit|SHA|sha256|ssh|tar|gzip|OCI|ENV|ARG|CMD|ENTRYPOINT|ms|kB|MB|GB|PNG|SVG|CSV|ID|x|v)$/;

/** A single word with a dot, slash, colon or dash is a name, or an example of one. */
const isExample = (text: string): boolean => /^\S*[./:-]\S*$/.test(text.trim());

const wordsOf = (text: string): readonly string[] =>
  isExample(text) ? [] : (text.match(/\p{L}{2,}/gu) ?? []).filter((word) => !UNTRANSLATED.test(word));

/** Text in a component's template that doesn't come from the catalogue. */
function rawTexts(source: string): readonly string[] {
  const found: string[] = [];
  const note = (text: string): void => {
    if (wordsOf(text).length > 0) found.push(text.trim().replaceAll(/\s+/g, ' '));
  };
  const literals = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(literals);
    else if (isNode(value)) {
      if (value.type === 'Literal' && typeof value.value === 'string') note(value.value);
      else if (value.type === 'TemplateElement') note((value.value as { cooked: string }).cooked);
      else if (
        value.type === 'CallExpression' ||
        value.type === 'MemberExpression' ||
        value.type === 'BinaryExpression'
      )
        return;
      else if (value.type === 'ConditionalExpression') literals([value.consequent, value.alternate]);
      else Object.values(value).forEach(literals);
    }
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node)) return;
    if (node.type === 'Text') return note(node.data as string);
    if (node.type === 'StyleDirective') return;
    if (node.type === 'ExpressionTag') return literals(node.expression);
    if (node.type === 'Attribute') {
      if (!SPOKEN.has(node.name as string)) return;
      for (const value of [node.value].flat()) {
        if (isNode(value) && value.type === 'Text') note(value.data as string);
        else visit(value);
      }
      return;
    }
    Object.values(node).forEach(visit);
  };
  visit(parse(source, { modern: true }).fragment);
  return found;
}

/** Gaps of a `<Words>` that are filled from a variable called as one of its snippets: the snippet hides it there. */
function hiddenVariables(source: string): readonly string[] {
  return [...source.matchAll(/<Words\b(.*?)<\/Words\s*>/gs)].flatMap(([, block = '']) => {
    const [, values = ''] = /values=\{\{(.*?)\}\}/s.exec(block) ?? [];
    const snippets = [...block.matchAll(/\{#snippet (\w+)/g)].flatMap(([, name]) => name ?? []);
    return snippets.filter((name) => new RegExp(`(?<![.\\w'"\`])${name}\\b(?!\\s*:)`).test(values));
  });
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !(value instanceof RegExp);

const filesOf = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !file.endsWith('.test.ts'))
    .map((file) => join(root, folder, file));

describe('words', () => {
  it('outside the catalogue would be found', () => {
    expect(
      rawTexts('<p>Hello there</p><button aria-label="Go on">{a ? "Stop it" : say("x.y")}</button>'),
    ).toEqual(['Hello there', 'Go on', 'Stop it']);
    expect(rawTexts('<p class="wide one">{say("x.y")} – {name}</p>{#if kind === "other one"}×{/if}')).toEqual(
      [],
    );
  });

  it('of the screens all stand in the catalogue', () => {
    const files = filesOf('src/renderer', /\.svelte$/);
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      rawTexts(readFileSync(file, 'utf8')).map(
        (text) => `${file.slice(root.length).replace(/^\//, '')}: ${text}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it('fill gaps from no variable that a snippet hides', () => {
    expect(hiddenVariables('<Words values={{ a: x(path) }}>{#snippet path(t)}{t}{/snippet}</Words>')).toEqual(
      ['path'],
    );
    expect(
      hiddenVariables('<Words values={{ path: x.path }}>{#snippet path(t)}{t}{/snippet}</Words>'),
    ).toEqual([]);
    const found = filesOf('src/renderer', /\.svelte$/).flatMap((file) =>
      hiddenVariables(readFileSync(file, 'utf8')).map((name) => `${file.slice(root.length)}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('of failures all stand in the catalogue', () => {
    const raw =
      /\b(?:title|detail|remedy|reason):(?:\s*\([^)]*\)\s*=>)?\s*(?:'[^'\n]* [^'\n]*'|`[^`\n]*[a-z] [^`\n]*`)/g;
    expect("{ title: 'It failed' } { title: () => `Push ${name} to it` }".match(raw)).toHaveLength(2);
    const files = filesOf('src/main', /\.ts$/);
    expect(files.length).toBeGreaterThan(200);
    const found = files
      .flatMap((file) => [...(readFileSync(file, 'utf8').match(raw) ?? [])])
      .filter((text) => !text.includes('say('));
    expect(found).toEqual([]);
  });

  it('of the catalogue are all said somewhere', () => {
    const source = [...filesOf('src', /\.(?:ts|svelte)$/)]
      .filter((file) => !/shared\/words\/(?:en|de)\//.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const named = new Set(source.match(/(?<=['"`])[a-z][\w-]*(?:\.[\w-]+)+(?=['"`])/gi));
    // A key whose end is chosen while running: `app.screen.${name}`.
    const begun = [...(source.match(/(?<=`)[a-z][\w-]*(?:\.[\w-]+)*\.(?=\$\{)/gi) ?? [])];
    const unsaid = Object.keys(en).filter(
      (key) => !named.has(key) && !begun.some((beginning) => key.startsWith(beginning)),
    );
    expect(unsaid).toEqual([]);
  });
});
