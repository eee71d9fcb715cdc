/** Serves Strata's own pages from `strata://app/`, and nothing else from anywhere. */
import { protocol } from 'electron';
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { PAGE_POLICY } from '../../shared/page-policy.js';
import { pageFile } from './page-file.js';

const SCHEME = 'strata';
export const APP_ORIGIN = `${SCHEME}://app`;

const NOT_FOUND = -6; // net::ERR_FILE_NOT_FOUND
const headers = { 'content-security-policy': PAGE_POLICY, 'x-content-type-options': 'nosniff' };

/** Must run before `ready`. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Answers `strata://app/PATH` with files below `folder`; a path that leads out of it is not found. What could ask main for something
 * waits until `answering` resolves: all but the page itself.
 */
export function servePages(folder: string, answering: Promise<void>): void {
  const inside = realpathSync(folder) + sep;
  // Chromium reads the files by itself. `protocol.handle`, which Electron would rather have, sends each through Node's fetch in
  // the one thread that is busiest at a start: see docs/decisions/014-start.md.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- a start is quicker for it, as told there
  protocol.registerFileProtocol(SCHEME, (request, answer) => {
    const path = pageFile(inside, request.url);
    if (path === null) answer({ error: NOT_FOUND });
    else if (path.endsWith('.html')) answer({ path, headers });
    else void answering.then(() => answer({ path, headers }));
  });
}
