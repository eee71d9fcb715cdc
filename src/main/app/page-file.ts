/** Which file an address of our own pages means. Pure. */
import { join } from 'node:path';

/** The file below `inside` (which ends in a separator) that `strata://app/PATH` names; null for anything that is not there to be served. */
export function pageFile(inside: string, url: string): string | null {
  try {
    const { host, pathname } = new URL(url);
    const path = decodeURIComponent(pathname);
    const file = join(inside, path);
    return host === 'app' && !path.includes('\0') && file.startsWith(inside) ? file : null;
  } catch {
    return null;
  }
}
