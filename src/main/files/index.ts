/** The file system, as several domains need it. */
export { writeFileAtomic } from './atomic-file.js';
export { readOrSetAside, readOrSetAsideNow, setAside, type OnDamaged } from './damaged-file.js';
export { openDrafts, type Drafts } from './drafts.js';
export { fileFailure } from './file-failure.js';
export { withFileLock } from './file-lock.js';
