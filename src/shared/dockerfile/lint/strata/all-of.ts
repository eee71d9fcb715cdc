/** Names as one: “a and b and c”. */
import { say } from '../../../words/index.js';

export const allOf = (names: readonly string[]): string =>
  names.reduce((before, last) => say('strata.order.and', { before, last }));
