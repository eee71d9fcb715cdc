import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EditorState } from '@codemirror/state';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../../../shared/words/index.js';
import { phrases } from './phrases.js';

const PACKAGES = ['autocomplete', 'commands', 'language', 'lint', 'search', 'view'];
const CALL = /phrase\((?:view, |\w[\w.]* \? )?"([^"]+)"(?: : "([^"]+)")?/g;

const said = PACKAGES.flatMap((name) => {
  const source = readFileSync(fileURLToPath(import.meta.resolve(`@codemirror/${name}`)), 'utf8');
  return [...source.matchAll(CALL)].flatMap(([, one = '', other]) => (other ? [one, other] : [one]));
});

afterEach(() => speak('en'));

describe('the words of CodeMirror', () => {
  it('stay as they are in English', () => {
    const state = EditorState.create({ extensions: [phrases()] });
    expect(said).toContain('Unfolded lines');
    expect(said.filter((phrase) => state.phrase(phrase) !== phrase)).toEqual([]);
  });

  it('are all known in another language', async () => {
    await speak('de');
    const state = EditorState.create({ extensions: [phrases()] });
    expect(said.filter((phrase) => state.phrase(phrase) === phrase)).toEqual([]);
  });
});
