/** The folders that a RUN's mounts keep out of its layer. */
import type { Run } from './run.js';

/** Whether a cache or a tmpfs is mounted at the folder, or at one that it is in. */
export function isKeptOut({ instruction }: Run, folder: string): boolean {
  return instruction.flags.some(({ name, value }) => {
    if (name !== 'mount' || value === null) return false;
    const { type = 'bind', target } = mountFields(value);
    return (
      (type === 'cache' || type === 'tmpfs') && target !== undefined && `${folder}/`.startsWith(`${target}/`)
    );
  });
}

/** The image or stage that a RUN mounts from; null for any other mount. */
export function mountSource(mount: string): string | null {
  return mountFields(mount).from ?? null;
}

function mountFields(mount: string): { type?: string; target?: string; from?: string } {
  const fields: { type?: string; target?: string; from?: string } = {};
  for (const part of mount.split(',')) {
    const equals = part.indexOf('=');
    const value = part.slice(equals + 1).replace(/^"|"$/g, '');
    const key = part.slice(0, Math.max(equals, 0)).toLowerCase();
    if (key === 'type') fields.type = value.toLowerCase();
    else if (key === 'from') fields.from = value;
    else if (key === 'target' || key === 'dst' || key === 'destination')
      fields.target = value.replace(/\/+$/, '');
  }
  return fields;
}
