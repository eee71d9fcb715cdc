/**
 * A project's `.hadolint.yaml`, as far as Strata's checks have it (hadolint's README, "Configure"). Of YAML this is what such
 * files are written in: mappings by indent, lists of either form, plain and quoted scalars, comments. What is anything else,
 * or unknown, is passed over.
 */
import type { HadolintSettings } from '../../../shared/contract/context.js';

type Severity = HadolintSettings['severities'][number]['severity'];
type LabelKind = HadolintSettings['labels'][number]['kind'];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'style'];
const KINDS: readonly LabelKind[] = ['text', 'url', 'email', 'rfc3339', 'spdx', 'semver', 'hash'];
const RULE = /^[A-Z]{2}\d{4}$/;
const HOST = /^[\w.*:-]{1,255}$/;
const LINE = /^( *)(?:- +(.*)|("[^"]*"|'[^']*'|[^\s"'#[\]{}:-][^:]*?) *:(?: +(.*))?)$/;
/** Of each kind of setting. */
const MOST = 500;
/** Characters; a longer line is passed over. */
const LONGEST = 2000;

/** Never throws. */
export function readHadolintSettings(text: string): HadolintSettings {
  const values = readValues(text);
  const list = (path: string): readonly string[] => values.get(path)?.slice(0, MOST) ?? [];
  return {
    ignored: [...list('ignored'), ...list('override/ignore')].filter((name) => RULE.test(name)),
    severities: SEVERITIES.flatMap((severity) =>
      list(`override/${severity}`)
        .filter((rule) => RULE.test(rule))
        .map((rule) => ({ rule, severity })),
    ),
    allowedRegistries: list('trustedRegistries').filter((host) => HOST.test(host)),
    labels: [...values].slice(0, MOST).flatMap(([path, [value]]) => {
      const [parent, name, ...more] = path.split('/');
      const kind = KINDS.find((one) => one === value);
      const isLabel = parent === 'label-schema' && name !== undefined && more.length === 0;
      return isLabel && kind ? [{ name, kind }] : [];
    }),
    areLabelsStrict: values.get('strict-labels')?.[0] === 'true',
  };
}

/** Scalars and the items of lists, by the keys that lead to them with a slash between. */
function readValues(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  const keys: { readonly indent: number; readonly name: string }[] = [];
  const add = (found: readonly string[]): void => {
    const path = keys.map(({ name }) => name).join('/');
    const before = values.get(path);
    if (before) before.push(...found.slice(0, MOST - before.length));
    else values.set(path, found.slice(0, MOST));
  };
  for (const line of linesOf(text)) {
    const [, spaces, item, key, value = ''] = LINE.exec(line) ?? [];
    if (spaces === undefined) continue;
    const indent = spaces.length;
    // An item may stand as far left as the key of its list.
    const isOver = (last: number): boolean => (key === undefined ? last > indent : last >= indent);
    while (keys.length > 0 && isOver(keys.at(-1)?.indent ?? 0)) keys.pop();
    if (key !== undefined) keys.push({ indent, name: unquoted(key) });
    const written = (key === undefined ? (item ?? '') : value).trim();
    if (written !== '') add(written.startsWith('[') ? itemsOf(written) : [unquoted(written)]);
  }
  return values;
}

/** Without comments; a list in brackets that goes on over several lines is one. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  let open = '';
  for (const written of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = written.replace(/(?:^|\s)#.*$/, '').trimEnd();
    const whole = open === '' ? line : `${open} ${line.trim()}`;
    open = whole.length <= LONGEST && /[:-] +\[[^\]]*$/.test(whole) ? whole : '';
    if (open === '' && whole.length <= LONGEST && whole.trim() !== '') lines.push(whole);
  }
  return lines;
}

const itemsOf = (list: string): readonly string[] =>
  list
    .replace(/^\[|\].*$/g, '')
    .split(',')
    .map((item) => unquoted(item.trim()))
    .filter((item) => item !== '');

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');
