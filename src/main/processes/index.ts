/** Work that stands in a process of its own: what crashes, hangs or grows there takes nothing else with it. */
export { answerParent } from './parent.js';
export type { ProcessHost, ProcessPort } from './host.js';
