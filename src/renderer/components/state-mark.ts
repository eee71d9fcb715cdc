/** How a piece of work stands, as far as its shape on screen goes. */
export type Mark = 'waiting' | 'running' | 'cached' | 'done' | 'failed' | 'cancelled';
