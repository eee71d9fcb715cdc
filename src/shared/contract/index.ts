/** Everything that main and renderer can say to each other. */
import { app } from './app.js';
import { archives } from './archives.js';
import { builds } from './builds.js';
import { containers } from './containers.js';
import { context } from './context.js';
import type { Contract } from './define.js';
import { disk } from './disk.js';
import { dockerConfig } from './docker-config.js';
import { engine } from './engine.js';
import { foreign } from './foreign.js';
import { history } from './history.js';
import { forecast } from './forecast.js';
import { images } from './images.js';
import { jobs } from './jobs.js';
import { kept } from './kept.js';
import { layers } from './layers.js';
import { pictures } from './pictures.js';
import { pulls } from './pulls.js';
import { push } from './push.js';
import { registry } from './registry.js';
import { repositories } from './repositories.js';
import { sample } from './sample.js';
import { selfUpdate } from './self-update.js';
import { updates } from './updates.js';
import { tags } from './tags.js';

export const contract = {
  app,
  engine,
  images,
  tags,
  containers,
  layers,
  archives,
  disk,
  builds,
  context,
  history,
  forecast,
  foreign,
  registry,
  repositories,
  push,
  pulls,
  updates,
  selfUpdate,
  dockerConfig,
  pictures,
  jobs,
  kept,
  sample,
} satisfies Contract;
export type StrataContract = typeof contract;
