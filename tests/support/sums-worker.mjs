/** The thread that makes sums, from source: a worker takes no loader from its parent. */
import { register } from 'tsx/esm/api';

register();
// As the compiler would name it; the loader finds the source.
await import('../../src/main/layers/sums-worker.js');
