/** Serves Strata's own pages from `strata://app/`, and nothing else from anywhere. */
import { net, protocol } from 'electron';
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pageFile } from './page-file.js';

const SCHEME = 'strata';
export const APP_ORIGIN = `${SCHEME}://app`;

// Inline styles are allowed since the editor and virtual lists position by them; docs/security.md argues it.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before `ready`. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers `strata://app/PATH` with files below `folder`; a path that leads out of it is not found. */
export function servePages(folder: string): void {
  const inside = realpathSync(folder) + sep;
  protocol.handle(SCHEME, async (request) => {
    const file = pageFile(inside, request.url);
    if (file === null) return new Response('not found', { status: 404 });
    const found = await net.fetch(pathToFileURL(file).href).catch(() => null);
    if (!found?.ok) return new Response('not found', { status: 404 });
    const headers = new Headers(found.headers);
    headers.set('content-security-policy', CONTENT_SECURITY_POLICY);
    headers.set('x-content-type-options', 'nosniff');
    return new Response(found.body, { status: 200, headers });
  });
}
