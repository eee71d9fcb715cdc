/** The file system, as several domains need it. */
export { writeFileAtomic } from './atomic-file.js';
export { readOrSetAside } from './damaged-file.js';
export { withFileLock } from './file-lock.js';
