/** How the engine stores an instruction, read back into a Dockerfile's words. Pure. */
import { say } from '../../shared/words/index.js';

const BUILDKIT_MARK = / # buildkit$/;
/** The classic builder's mark of a setting; before it stands the shell in force, `/bin/bash -o pipefail -c` for one. */
const NOP = /^\S+(?: [-/]\S+| pipefail)* #\(nop\)\s+/;
const SHELL =
  /(?:(?:\/[\w.-]+){0,8}\/)?(?:ba|a|da|z|k)?sh(?: -[\w-]+(?: pipefail)?){0,6}? -\w*c (?=\S)|cmd \/S \/C |(?:powershell|pwsh)(?:\.exe)? -Command /;
const SHELL_FIRST = new RegExp(`^(?:${SHELL.source})`);
const SHELL_AFTER_SPACE = new RegExp(` (?:${SHELL.source})`);
/** `|2 A=1 B=2 …`: the build arguments that were in force. */
const ARGUMENTS = /^\|(\d{1,4}) /;
const KEYWORD =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)\b/;

/**
 * `/bin/sh -c #(nop)  CMD ["sh"]` gives `CMD ["sh"]`; `RUN /bin/sh -c npm ci # buildkit` gives `RUN npm ci`; what no
 * Dockerfile made (an import, a commit) gives what the engine's comment says of it.
 */
export function instructionOf(createdBy: string, comment: string): string {
  const stored = createdBy.replace(BUILDKIT_MARK, '').trim();
  if (NOP.test(stored)) return asWritten(stored.replace(NOP, ''));
  if (stored.startsWith('RUN ')) return `RUN ${command(stored.slice('RUN '.length))}`;
  if (KEYWORD.test(stored)) return asWritten(stored);
  if (stored !== '') return `RUN ${command(stored)}`;
  return comment.trim() === '' ? say('image.noInstruction') : comment.trim();
}

function command(text: string): string {
  return withoutArguments(text).replace(SHELL_FIRST, '');
}

/** Values may hold spaces, so a shell, where there is one, says best where they end. */
function withoutArguments(text: string): string {
  const count = ARGUMENTS.exec(text)?.[1];
  if (count === undefined) return text;
  const shell = SHELL_AFTER_SPACE.exec(text);
  if (shell) return text.slice(shell.index + 1);
  let rest = text.replace(ARGUMENTS, '');
  for (let left = Number(count); left > 0; left--) rest = rest.replace(/^[^\s=]+=\S* /, '');
  return rest;
}

/** Builders write Go's notation for lists, maps and structures, and the classic one a checksum for a source. */
function asWritten(text: string): string {
  const [keyword = '', ...rest] = text.trim().split(' ');
  const value = rest.join(' ').trim();
  switch (keyword) {
    case 'CMD':
    case 'ENTRYPOINT': {
      const words = quotedWords(value);
      return words ? `${keyword} [${words.join(', ')}]` : `${keyword} ${value}`;
    }
    case 'ADD':
    case 'COPY':
      return `${keyword} ${value.replace(/^(?:file|dir|multi):[0-9a-f]+ in /, '… ')}`;
    case 'EXPOSE':
      return `${keyword} ${value.replace(/^map\[(.*)\]$/s, '$1').replaceAll(':{}', '')}`;
    case 'VOLUME':
      return `${keyword} ${/^\[[^"]*\]$/.test(value) ? value.slice(1, -1) : value}`;
    case 'HEALTHCHECK':
      return `${keyword} ${healthcheck(value)}`;
    default:
      return `${keyword} ${value}`.trim();
  }
}

/** `["a" "b"]` as its words, each with its quotes; null when it is something else. */
function quotedWords(text: string): readonly string[] | null {
  if (!/^\[(?:"(?:[^"\\]|\\.)*"(?: |(?=\])))+\]$/s.test(text)) return null;
  return text.match(/"(?:[^"\\]|\\.)*"/gs);
}

/** `&{["CMD-SHELL" "true"] "30s" "0s" "0s" '\x03'}`: test, interval, timeout, start period, retries. */
function healthcheck(text: string): string {
  const [, list = '', interval, timeout, start] =
    /^&\{(\[.*\]) "(\w+)" "(\w+)" "(\w+)" .*\}$/s.exec(text) ?? [];
  const [kind, ...words] = quotedWords(list) ?? [];
  if (kind === '"NONE"') return 'NONE';
  if (kind !== '"CMD"' && kind !== '"CMD-SHELL"') return text;
  const options = Object.entries({ interval, timeout, 'start-period': start }).flatMap(([name, value]) =>
    value === undefined || value === '0s' ? [] : [`--${name}=${value}`],
  );
  const test = kind === '"CMD"' ? `[${words.join(', ')}]` : unquoted(words[0] ?? '');
  return [...options, 'CMD', test].join(' ');
}

/** Go's quoting is JSON's but for a few escapes; what can't be read so stays as it is. */
function unquoted(word: string): string {
  try {
    return String(JSON.parse(word));
  } catch {
    return word;
  }
}
