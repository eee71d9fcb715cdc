/**
 * The layers process: archives are read, trees merged and files taken out of layers here and not in main. What strangers
 * made is parsed where a crash or a flood takes nothing else along, and its memory goes when it ends.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { answerParent } from '../processes/index.js';
import { createDesk } from './desk.js';
import type { Question } from './protocol.js';
import { serve } from './serve.js';
import { createThreadSums } from './sums-thread.js';

// Beside this file, as both are built.
const worker = new Worker(join(import.meta.dirname, 'sums-worker.js'));
worker.unref();

const take = serve(createDesk(createThreadSums(worker)));
answerParent((message, post) => take(message as Question, post));
