/** Who answers the window: most of main's code, and none of it is needed before the window has begun to open. */
export { contract } from '../shared/contract/index.js';
export { createArchives } from './archives/index.js';
export { createBuildHistory, createBuilds, createContexts, createForecasts } from './builds/index.js';
export { createContainers } from './containers/index.js';
export { createCredentials } from './credentials/index.js';
export { createDisk } from './disk/index.js';
export { createEngine, findStarters, startEngine, stillBusy } from './engine/index.js';
export { createImages, watchImages } from './images/index.js';
export { createRouter } from './ipc/router.js';
export { createLayerFiles } from './layers/index.js';
export { connectToRegistries, createBrowse, createRegistry, remembered } from './registry/index.js';
export { createTags } from './tags/index.js';
