/** Platforms as they are written: `linux/arm64/v8` (containerd/platforms). */
import type { FromInstruction, Word } from '../syntax.js';

export type Platform = { readonly os: string; readonly architecture: string };

const SYSTEMS: ReadonlySet<string> = new Set([
  ...['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'hurd', 'illumos', 'ios', 'js', 'linux', 'nacl'],
  ...['netbsd', 'openbsd', 'plan9', 'solaris', 'windows', 'zos'],
]);
const ARCHITECTURES: ReadonlySet<string> = new Set([
  ...[
    '386',
    'amd64',
    'arm',
    'arm64',
    'loong64',
    'mips',
    'mips64',
    'mips64le',
    'mipsle',
    'ppc',
    'ppc64',
    'ppc64le',
  ],
  ...['riscv', 'riscv64', 's390', 's390x', 'sparc', 'sparc64', 'wasm'],
]);
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['i386', '386'],
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['armhf', 'arm'],
  ['armel', 'arm'],
]);
const COMPONENT = /^[A-Za-z0-9_.-]+$/;
/** What is left out is that of the engine, which is not known here: the most common one stands in. */
const USUAL: Platform = { os: 'linux', architecture: 'amd64' };

/** Null for what is none. */
export function parsePlatform(text: string): Platform | null {
  const parts = text.split('/');
  const [first = '', second] = parts;
  if (parts.length > 3 || !parts.every((part) => COMPONENT.test(part))) return null;
  if (second !== undefined) return { os: systemOf(first), architecture: architectureOf(second) };
  if (SYSTEMS.has(systemOf(first))) return { os: systemOf(first), architecture: USUAL.architecture };
  const architecture = architectureOf(first);
  return ARCHITECTURES.has(architecture) ? { os: USUAL.os, architecture } : null;
}

const systemOf = (name: string): string => (name.toLowerCase() === 'macos' ? 'darwin' : name.toLowerCase());
const architectureOf = (name: string): string => OTHER_NAMES.get(name.toLowerCase()) ?? name.toLowerCase();

/** The value of `--platform`, with the flag's range; null without one. */
export function platformOf({ flags }: FromInstruction): Word | null {
  const flag = flags.find(({ name }) => name === 'platform');
  return flag?.value ? { text: flag.value, range: flag.range } : null;
}
