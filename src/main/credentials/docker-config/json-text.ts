/** JSON as somebody wrote it: where its members stand in the text, so that one is changed and all else stays as it was. */

export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'text'; readonly value: string }
  /** An array, a number, true, false or null: nothing here looks into those. */
  | { readonly kind: 'other' }
);
export type JsonMember = {
  readonly key: string;
  /** Where its key begins; it ends with its value. */
  readonly start: number;
  readonly value: JsonNode;
};

/** One step of a path: a key as it is written, or one that Go's decoder finds whatever its case (encoding/json, Unmarshal). */
export type Step = { readonly key: string } | { readonly field: string };

const DEEPEST = 200;
/** As docker writes its own. */
const DOCKERS_INDENT = '\t';

/** @throws SyntaxError when `text` is no JSON, RangeError when it is nested too deeply */
export function readJson(text: string): JsonNode {
  // What the scanner below walks over is valid from here on.
  JSON.parse(text);
  return scan(text, skipSpace(text, 0), 0);
}

/** The members of `node` that a step leads to: more than one where a key is written twice. */
export function membersAt(node: JsonNode, step: Step): readonly JsonMember[] {
  if (node.kind !== 'object') return [];
  if ('key' in step) return node.members.filter(({ key }) => key === step.key);
  const wanted = step.field.toLowerCase();
  return node.members.filter(({ key }) => key.toLowerCase() === wanted);
}

/** `text` without any member at `path`. What holds it stays, empty if it was the last. */
export function withoutMember(text: string, path: readonly Step[]): string {
  const [found] = find(readJson(text), path);
  if (!found) return text;
  const { holder, at } = found;
  const member = holder.members[at];
  const next = holder.members[at + 1];
  const last = holder.members[at - 1];
  if (!member) return text;
  // With the next one's comma, else with the one before it; alone, with the space around it.
  const [from, to] = next
    ? [member.start, next.start]
    : last
      ? [last.value.end, member.value.end]
      : [holder.start + 1, holder.end - 1];
  return withoutMember(text.slice(0, from) + text.slice(to), path);
}

/** `text` with `value` (JSON's own) at `path`: in the place of what was there, else as the last member, made on the way. */
export function withMember(text: string, path: readonly Step[], value: unknown): string {
  const whole = text.trim() === '' ? '{}' : text;
  const root = readJson(whole);
  const indent = indentOf(whole, root);
  let node = root;
  let depth = 0;
  for (const step of path) {
    const member = membersAt(node, step).at(-1);
    if (!member) break;
    node = member.value;
    depth += 1;
  }
  const [step, ...deeper] = path.slice(depth);
  const nested = nest(deeper, value);
  if (!step || node.kind !== 'object') {
    const instead = step ? { [nameOf(step)]: nested } : value;
    return whole.slice(0, node.start) + written(instead, depth, indent) + whole.slice(node.end);
  }
  const line = (levels: number): string => (indent === null ? '' : `\n${indent.repeat(levels)}`);
  const colon = indent === null ? ':' : ': ';
  const member = JSON.stringify(nameOf(step)) + colon + written(nested, depth + 1, indent);
  const last = node.members.at(-1);
  return last
    ? `${whole.slice(0, last.value.end)},${line(depth + 1)}${member}${whole.slice(last.value.end)}`
    : `${whole.slice(0, node.start)}{${line(depth + 1)}${member}${line(depth)}}${whole.slice(node.end)}`;
}

const nest = (path: readonly Step[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, step) => ({ [nameOf(step)]: inner }), value);

const nameOf = (step: Step): string => ('key' in step ? step.key : step.field);

/** What one level is indented by; null for a text in one line. */
function indentOf(text: string, root: JsonNode): string | null {
  if (root.kind !== 'object') return DOCKERS_INDENT;
  const first = root.members[0];
  if (!first) return DOCKERS_INDENT;
  const space = text.slice(root.start + 1, first.start);
  return space.includes('\n') ? (space.split('\n').at(-1) ?? '') : null;
}

/** A value as it stands at a depth. */
function written(value: unknown, depth: number, indent: string | null): string {
  if (indent === null) return JSON.stringify(value);
  return JSON.stringify(value, null, indent).replaceAll('\n', `\n${indent.repeat(depth)}`);
}

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;

function find(node: JsonNode, path: readonly Step[]): readonly { holder: ObjectNode; at: number }[] {
  const [step, ...rest] = path;
  if (!step || node.kind !== 'object') return [];
  return membersAt(node, step).flatMap((member) =>
    rest.length === 0 ? [{ holder: node, at: node.members.indexOf(member) }] : find(member.value, rest),
  );
}

function scan(text: string, start: number, depth: number): JsonNode {
  if (depth > DEEPEST) throw new RangeError('nested too deeply');
  switch (text[start]) {
    case '{':
      return scanObject(text, start, depth);
    case '[':
      return { kind: 'other', start, end: endOfArray(text, start, depth) };
    case '"': {
      const end = endOfString(text, start);
      return { kind: 'text', start, end, value: JSON.parse(text.slice(start, end)) as string };
    }
    default: {
      let end = start;
      while (end < text.length && !',]} \t\r\n'.includes(text[end] ?? '')) end += 1;
      return { kind: 'other', start, end };
    }
  }
}

function scanObject(text: string, start: number, depth: number): JsonNode {
  const members: JsonMember[] = [];
  let at = skipSpace(text, start + 1);
  while (text[at] !== '}') {
    const keyEnd = endOfString(text, at);
    const value = scan(text, skipSpace(text, skipSpace(text, keyEnd) + 1), depth + 1);
    members.push({ key: JSON.parse(text.slice(at, keyEnd)) as string, start: at, value });
    at = skipSpace(text, value.end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return { kind: 'object', start, end: at + 1, members };
}

function endOfArray(text: string, start: number, depth: number): number {
  let at = skipSpace(text, start + 1);
  while (text[at] !== ']') {
    at = skipSpace(text, scan(text, at, depth + 1).end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return at + 1;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? 'x')) at += 1;
  return at;
}
