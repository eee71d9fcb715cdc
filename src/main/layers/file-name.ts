/** A name out of a layer as one component of a path on this machine. */
import { displayName, encodeName } from './names.js';

/** Microsoft, "Naming Files, Paths, and Namespaces". */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const LONGEST = 255;

/** `used` holds what was given out before; where two names fall together, the later one gets a number. */
export function componentOf(
  name: string,
  folder: Buffer,
  used: Set<string>,
  platform: NodeJS.Platform,
): Buffer {
  const isExact = platform !== 'win32' && platform !== 'darwin';
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const component = Buffer.from(isExact ? encodeName(name + suffix) : safeName(name, suffix, platform));
    // Windows and macOS hold names that differ in case or composition for one.
    const known = component.toString(isExact ? 'latin1' : 'utf8');
    const seen = `${folder.toString('latin1')}/${isExact ? known : known.normalize('NFC').toLowerCase()}`;
    if (used.has(seen)) continue;
    used.add(seen);
    return component;
  }
}

function safeName(name: string, suffix: string, platform: NodeJS.Platform): string {
  const shown = displayName(name)
    .replaceAll('\\', '_')
    .slice(0, LONGEST - suffix.length);
  if (platform !== 'win32') return shown.replaceAll(':', '_') + suffix;
  const plain = shown.replace(/[<>:"|?*]/g, '_').replace(/[. ]+$/, '_');
  return (RESERVED.test(plain) ? `_${plain}` : plain) + suffix;
}
