/** Newer versions of Strata itself: found, held against a signature of the project's, downloaded, installed. */
export { mayAsk, readFeed } from './feed.js';
export { formOf } from './form.js';
export type { Get } from './get.js';
export { openKept } from './kept.js';
export { createSelfUpdate, type SelfUpdate } from './self-update.js';
