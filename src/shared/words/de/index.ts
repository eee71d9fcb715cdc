/** The German catalogue. */
import type { English } from '../en/index.js';
import type { Translation } from '../message.js';
import { actions } from './actions.js';
import { app } from './app.js';
import { archiveFailures } from './archive-failures.js';
import { archives } from './archives.js';
import { browse } from './browse.js';
import { build } from './build.js';
import { checks } from './checks.js';
import { client } from './client.js';
import { buildFailures } from './build-failures.js';
import { compare } from './compare.js';
import { complete } from './complete.js';
import { components } from './components.js';
import { containers } from './containers.js';
import { context } from './context.js';
import { contextFailures } from './context-failures.js';
import { contextReasons } from './context-reasons.js';
import { credentialFailures } from './credential-failures.js';
import { disk } from './disk.js';
import { diskCleanUp } from './disk-clean-up.js';
import { diskFailures } from './disk-failures.js';
import { dockerConfig } from './docker-config.js';
import { editor } from './editor.js';
import { engine } from './engine.js';
import { explain } from './explain.js';
import { explainRun } from './explain-run.js';
import { engineFailures } from './engine-failures.js';
import { failures } from './failures.js';
import { files } from './files.js';
import { forecast } from './forecast.js';
import { history } from './history.js';
import { image } from './image.js';
import { imageFailures } from './image-failures.js';
import { imageRuns } from './image-runs.js';
import { images } from './images.js';
import { ipcFailures } from './ipc-failures.js';
import { jobTitles } from './job-titles.js';
import { layerFailures } from './layer-failures.js';
import { options } from './options.js';
import { pictures } from './pictures.js';
import { pull } from './pull.js';
import { push } from './push.js';
import { reference } from './reference.js';
import { registries } from './registries.js';
import { secrets } from './secrets.js';
import { registryFailures } from './registry-failures.js';
import { settings } from './settings.js';
import { shell } from './shell.js';
import { start } from './start.js';
import { state } from './state.js';
import { strataChecks } from './strata-checks.js';
import { tags } from './tags.js';
import { timeline } from './timeline.js';
import { units } from './units.js';
import { updateFailures } from './update-failures.js';
import { updates } from './updates.js';
import { whyBuildkit } from './why-buildkit.js';
import { whyHadolint } from './why-hadolint.js';

export const de: Translation<English> = {
  ...actions,
  ...app,
  ...archiveFailures,
  ...archives,
  ...browse,
  ...build,
  ...checks,
  ...client,
  ...buildFailures,
  ...compare,
  ...complete,
  ...components,
  ...containers,
  ...context,
  ...contextFailures,
  ...contextReasons,
  ...credentialFailures,
  ...disk,
  ...diskCleanUp,
  ...diskFailures,
  ...dockerConfig,
  ...editor,
  ...engine,
  ...explain,
  ...explainRun,
  ...engineFailures,
  ...failures,
  ...files,
  ...forecast,
  ...history,
  ...image,
  ...imageFailures,
  ...imageRuns,
  ...images,
  ...ipcFailures,
  ...jobTitles,
  ...layerFailures,
  ...options,
  ...pictures,
  ...pull,
  ...push,
  ...reference,
  ...registries,
  ...secrets,
  ...registryFailures,
  ...settings,
  ...shell,
  ...start,
  ...state,
  ...strataChecks,
  ...tags,
  ...timeline,
  ...units,
  ...updateFailures,
  ...updates,
  ...whyBuildkit,
  ...whyHadolint,
};
