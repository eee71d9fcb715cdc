/** Docker's config as it may be shown: every value hidden but those that are known to be no secret. Pure. */
import { readJson, type JsonNode } from './json-text.js';

const HIDDEN = '"[hidden]"';
/** Names of helpers and of a context. Proxies, headers and plugins may hold passwords. */
const SHOWN = new Set(['credsstore', 'currentcontext']);
const SHOWN_MEMBERS = new Set(['credhelpers']);

/** The text with the same lines; of lines that are no JSON what stands before the =. @throws SyntaxError */
export function hidden(text: string): string {
  if (text.trim() === '') return text;
  if (!text.trimStart().startsWith('{')) return text.replace(/.+/g, hiddenLine);
  const root = readJson(text);
  const spans =
    root.kind === 'object' ? root.members.flatMap(({ key, value }) => spansOf(key, value)) : [root];
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((shown, { start, end }) => shown.slice(0, start) + HIDDEN + shown.slice(end), text);
}

const hiddenLine = (line: string): string =>
  /^(auth|email) = /.test(line) ? `${line.split(' ', 1)[0] ?? ''} = [hidden]` : '[hidden]';

function spansOf(key: string, value: JsonNode): readonly JsonNode[] {
  const name = key.toLowerCase();
  if (SHOWN.has(name) && value.kind === 'text') return [];
  if (SHOWN_MEMBERS.has(name) && value.kind === 'object')
    return value.members.flatMap((member) => (member.value.kind === 'text' ? [] : leavesOf(member.value)));
  return leavesOf(value);
}

function leavesOf(node: JsonNode): readonly JsonNode[] {
  return node.kind === 'object' ? node.members.flatMap(({ value }) => leavesOf(value)) : [node];
}
