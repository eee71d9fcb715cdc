/** The most memory that the layers process takes, in the running app, to read a 1 GB image with 100,000 files. */
import { absolute, type Figure } from '../figure.js';
import { indexInApp } from '../layers/in-app.js';

export const figure: Figure = {
  name: 'index-rss',
  async measure() {
    const { memory } = await indexInApp(0);
    return [absolute('index-rss', 250, 'MB', [memory])];
  },
};
