/** Commands that need no shell: the words a shell would make of them are those that are written. */

const BUILT_IN: ReadonlySet<string> = new Set([
  ...[
    '.',
    ':',
    'alias',
    'bg',
    'break',
    'case',
    'cd',
    'command',
    'continue',
    'eval',
    'exec',
    'exit',
    'export',
  ],
  ...[
    'fg',
    'for',
    'function',
    'if',
    'jobs',
    'local',
    'read',
    'return',
    'set',
    'shift',
    'source',
    'time',
    'times',
  ],
  ...['trap', 'type', 'ulimit', 'umask', 'unalias', 'unset', 'until', 'wait', 'while', '!', '{'],
]);
const PLAIN_WORD = /^[\w@%+=:,./-]+$/;
const ASSIGNMENT = /^\w+=/;

/** Null as soon as anything in it may mean something to a shell. */
export function plainCommandWords(text: string): readonly string[] | null {
  const words = text.trim().split(/[ \t]+/);
  const [first = ''] = words;
  if (BUILT_IN.has(first) || ASSIGNMENT.test(first)) return null;
  return words.every((word) => PLAIN_WORD.test(word)) ? words : null;
}
