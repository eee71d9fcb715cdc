/** Node's npm. */
import type { ShellWord } from '../../shell/script.js';
import { hadolintRule } from './hadolint-rule.js';
import { installationsOf, isVariable } from './package-manager.js';
import { unpinned } from './pinning.js';

const VALUED: ReadonlySet<string> = new Set([
  ...[
    'registry',
    'prefix',
    'C',
    'cache',
    'userconfig',
    'globalconfig',
    'tag',
    'omit',
    'include',
    'w',
    'workspace',
  ],
  ...['loglevel', 'install-strategy', 'cpu', 'os', 'libc', 'before', 'proxy', 'https-proxy', 'fetch-timeout'],
  ...['fetch-retries', 'script-shell', 'target', 'arch', 'otp', 'auth-type'],
]);
const NPM = { names: ['npm'], verbs: ['install', 'i', 'add'], valued: VALUED };

const pinned = hadolintRule('DL3016', 'warning', 'why.pin', function* (model) {
  for (const { run, packages } of installationsOf(model, NPM))
    yield* unpinned(
      run,
      'npm',
      packages.filter((word) => !isPinned(word)),
      (name) => `${name}@<version>`,
    );
});

/** A version, a file, a folder; a repository needs what is to be checked out, after `#`. */
function isPinned(word: ShellWord): boolean {
  const { text } = word;
  if (
    isVariable(word) ||
    /\.(?:tar|tar\.gz|tgz)$/.test(text) ||
    /^(?:\.{0,2}\/|~\/|\.{1,2}$|file:)/.test(text)
  )
    return true;
  if (/^(?:git[+:@]|github:|gitlab:|bitbucket:|gist:)/.test(text)) return text.includes('#');
  if (/^https?:\/\//.test(text)) return true;
  const isShorthand = !text.startsWith('@') && text.includes('/');
  return isShorthand ? text.includes('#') : /^.[^@]*@./.test(text);
}

export const npmRules = [pinned];
