/**
 * The layers process: archives are read, trees merged and files taken out of layers here and not in main. What strangers
 * made is parsed where a crash or a flood takes nothing else along, and its memory goes when it ends.
 */
import { answerParent } from '../processes/index.js';
import { createDesk } from './desk.js';
import type { Question } from './protocol.js';
import { serve } from './serve.js';

const take = serve(createDesk());
answerParent((message, post) => take(message as Question, post));
