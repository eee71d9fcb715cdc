/** What the renderer can ask of main. */
import type { Client } from '../../shared/contract/define.js';
import type { StrataContract } from '../../shared/contract/index.js';

export type StrataClient = Client<StrataContract>;
