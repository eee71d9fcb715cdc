/** Suggestions for an ignore file: only what is there, would be sent, and isn't taken by name in the Dockerfile. */
import { constants, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { IgnoreSuggestion } from '../../../shared/contract/context.js';
import { say } from '../../../shared/words/index.js';
import type { Copied } from './copied.js';
import type { Found } from './survey.js';
import { suggestionRules, type SuggestionRule } from './suggestion-rules.js';

export type Suggestions = {
  /** Takes in something that would be sent. */
  readonly take: (found: Found) => void;
  /** All suggestions, secrets first. Reads the start of what may be a private key. */
  readonly list: () => Promise<readonly IgnoreSuggestion[]>;
};

export type SuggestionParts = {
  readonly folder: string;
  /** The Dockerfile and the ignore file, relative to the folder. */
  readonly recipe: readonly string[];
  readonly copied: Copied;
};

type Hit = { readonly path: string; readonly name: string; readonly files: number; readonly bytes: number };

/** What one rule finds beyond this is counted, but not named. */
const MOST_HITS = 1_000;
const MOST_EXAMPLES = 5;
/** When a pattern for all of them would take too much, as many are named one by one. */
const MOST_BY_PATH = 20;
/** In such a file, the line that says so is its first, or follows some words. */
const KEY_START_BYTES = 8_192;

/** One look at a name tells nearly always that no rule speaks of it. */
const anyRule = new RegExp(suggestionRules.map(({ name }) => `(?:${name.source})`).join('|'));

export function createSuggestions({ folder, recipe, copied }: SuggestionParts): Suggestions {
  const hits = new Map<SuggestionRule, Hit[]>();
  const recipeHits: Hit[] = [];
  return {
    take({ path, node, beside }) {
      if (recipe.includes(path) && node.kind === 'file' && !node.onlyForEngine)
        recipeHits.push({ path, name: node.name, files: 1, bytes: node.bytes });
      if (!anyRule.test(node.name)) return;
      const rule = suggestionRules.find((one) => fits(one, node, beside));
      if (!rule) return;
      const { files, bytes } =
        node.kind === 'folder' ? node.sent : { files: 1, bytes: node.kind === 'file' ? node.bytes : 0 };
      // An empty folder is nothing to save.
      if (files === 0) return;
      const found = hits.get(rule) ?? [];
      hits.set(rule, found);
      if (found.length < MOST_HITS) found.push({ path, name: node.name, files, bytes });
    },
    async list() {
      const folders = new Set(
        [...hits].flatMap(([rule, found]) => (rule.what === 'folder' ? found.map(({ path }) => path) : [])),
      );
      const suggestions: IgnoreSuggestion[] = [];
      for (const rule of suggestionRules) {
        // What lies in a folder that is suggested itself goes with it.
        const own = (hits.get(rule) ?? []).filter(({ path }) => !isBelow(path, folders));
        const meant = rule.holdsKey ? await keysAmong(folder, own) : own;
        const suggestion = suggest(rule, meant, copied);
        if (suggestion) suggestions.push(suggestion);
      }
      const named = recipeHits.filter(({ path }) => !copied.names(path));
      if (copied.takesAll && named.length > 0) suggestions.push(recipeSuggestion(named));
      return suggestions;
    },
  };
}

function fits(rule: SuggestionRule, node: Found['node'], beside: ReadonlySet<string>): boolean {
  if (rule.what !== node.kind || !rule.name.test(node.name)) return false;
  const { beside: wanted } = rule;
  return wanted === undefined || [...beside].some((name) => wanted.test(name));
}

function suggest(rule: SuggestionRule, hits: readonly Hit[], copied: Copied): IgnoreSuggestion | null {
  const free = hits.filter(({ path }) => !copied.names(path));
  if (free.length === 0) return null;
  const takesByName = free.length < hits.length || copied.speaksOf(rule.name);
  const byPath = rule.holdsKey === true || rule.beside !== undefined || takesByName;
  const meant = byPath ? free.slice(0, MOST_BY_PATH) : free;
  return {
    id: rule.id,
    kind: rule.kind,
    patterns: byPath ? meant.map(({ path }) => literal(path)) : patternsFor(rule, meant),
    reason: rule.reason(),
    ...summary(meant),
  };
}

/** One pattern for each name, or for all; with `**` where it isn't only in the project folder itself. */
function patternsFor({ glob }: SuggestionRule, hits: readonly Hit[]): readonly string[] {
  const nested = new Map<string, boolean>();
  for (const { path, name } of hits) {
    const pattern = glob ?? literal(name);
    nested.set(pattern, (nested.get(pattern) ?? false) || path.includes('/'));
  }
  return [...nested].map(([pattern, isNested]) => (isNested ? `**/${pattern}` : pattern)).sort();
}

const recipeSuggestion = (hits: readonly Hit[]): IgnoreSuggestion => ({
  id: 'recipe',
  kind: 'recipe',
  patterns: hits.map(({ path }) => literal(path)),
  reason: say('contextReasons.recipe'),
  ...summary(hits),
});

const summary = (hits: readonly Hit[]): Pick<IgnoreSuggestion, 'saves' | 'examples'> => ({
  saves: {
    files: hits.reduce((sum, { files }) => sum + files, 0),
    bytes: hits.reduce((sum, { bytes }) => sum + bytes, 0),
  },
  examples: hits.slice(0, MOST_EXAMPLES).map(({ path }) => path),
});

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
    if (folders.has(path.slice(0, slash))) return true;
  return false;
}

async function keysAmong(folder: string, hits: readonly Hit[]): Promise<readonly Hit[]> {
  const keys: Hit[] = [];
  for (const hit of hits) if (await holdsKey(join(folder, hit.path))) keys.push(hit);
  return keys;
}

async function holdsKey(file: string): Promise<boolean> {
  // It may have become a pipe or a link since it was looked at.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW).catch(
    () => null,
  );
  if (handle === null) return false;
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(KEY_START_BYTES), 0, KEY_START_BYTES, 0);
    return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(buffer.toString('latin1', 0, bytesRead));
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

/** A path as a pattern that means that path alone. */
function literal(path: string): string {
  const escaped = path.replace(/[\\*?[\]]/g, '\\$&');
  return /^[!#]/.test(escaped) ? `\\${escaped}` : escaped;
}
