/** The sample project: something to build where there is nothing yet. */
import { z } from 'zod';
import { request } from './define.js';

export const sample = {
  /** Puts it into Strata's folder, where it isn't there yet, and answers with its whole path. What the user made of it stays. */
  open: request(() => z.void()).gives<{ readonly folder: string }>(),
};
