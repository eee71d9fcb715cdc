/** What Strata's own pages may load and do, as their server says: the app's own protocol, and the one of development. */

// Inline styles are allowed since the editor and virtual lists position by them; docs/security.md argues it.
export const PAGE_POLICY = [
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
