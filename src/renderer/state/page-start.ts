/** What the page was told by its address, kept true: a page that is loaded again begins as it was left. */
import { pageQuery, readPageQuery, type PageStart } from '../../shared/page-address.js';

export const pageStart = (): PageStart => readPageQuery(location.search);

export function keepPageStart(changes: Partial<Omit<PageStart, 'window'>>): void {
  history.replaceState(history.state, '', pageQuery({ ...pageStart(), ...changes }));
}
