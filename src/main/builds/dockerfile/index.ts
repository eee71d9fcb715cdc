/** A project's Dockerfile on disk: read, followed and written. */
export { readDockerfile } from './text.js';
export { saveDockerfile } from './save.js';
export { watchDockerfile } from './watch.js';
