/** Who answers the windows: most of main's code, and none of it is needed before the first window has begun to open. */
export { contract } from '../shared/contract/index.js';
export { createAppAnswers } from './app-answers.js';
export { openSelfUpdate } from './app/self-update.js';
export { openEngineDesk } from './engine-desk.js';
export { endpointOf, placeAtStart } from './engine/index.js';
export { openInstallation } from './installation.js';
export { createRouter } from './ipc/router.js';
