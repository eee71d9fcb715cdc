/** The thread that makes sums. */
import { parentPort } from 'node:worker_threads';
import { serveSums } from './sums-thread.js';

if (parentPort) serveSums(parentPort);
