/**
 * The layers process: archives are read, trees merged and files taken out of layers here and not in main. What strangers
 * made is parsed where a crash or a flood takes nothing else along, and its memory goes when it ends.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { answerParent } from '../processes/index.js';
import { createDesk } from './desk.js';
import type { Answer, Question } from './protocol.js';
import { serve } from './serve.js';
import { createThreadSums } from './sums-thread.js';

// Beside this file, as both are built.
const worker = new Worker(join(import.meta.dirname, 'sums-worker.js'));
worker.unref();

/** Nothing is found damaged before something was asked. */
let tell: (answer: Answer) => void = () => undefined;
const desk = createDesk((name) => tell({ kind: 'damaged', name }), createThreadSums(worker));
const take = serve(desk);
answerParent((message, post) => {
  tell = post;
  take(message as Question, post);
});
