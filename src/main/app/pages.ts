/** Serves Strata's own pages from `strata://app/`, and nothing else from anywhere. */
import { net, protocol } from 'electron';
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PAGE_POLICY } from '../../shared/page-policy.js';
import { pageFile } from './page-file.js';

const SCHEME = 'strata';
export const APP_ORIGIN = `${SCHEME}://app`;

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
  // Node reads what makes one when it is named first, and that takes as long as the page's process needs to ask for the page.
  setImmediate(() => Reflect.get(globalThis, 'Response') as unknown);
  protocol.handle(SCHEME, async (request) => {
    const file = pageFile(inside, request.url);
    if (file === null) return new Response('not found', { status: 404 });
    if (!file.endsWith('.html')) await answering;
    const found = await net.fetch(pathToFileURL(file).href).catch(() => null);
    if (!found?.ok) return new Response('not found', { status: 404 });
    const headers = new Headers(found.headers);
    headers.set('content-security-policy', PAGE_POLICY);
    headers.set('x-content-type-options', 'nosniff');
    return new Response(found.body, { status: 200, headers });
  });
}
