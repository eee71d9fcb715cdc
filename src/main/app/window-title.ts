/** What a window is called where windows are told apart: with its engine, while there are several. Knows no electron. */
import type { EngineEndpoint } from '../../shared/contract/engine.js';

/** As much of a name as a taskbar has room for. */
const LONGEST_NAME = 80;

/** @param page the page's own title. @param engine where its window looks; null: all look at the same */
export function windowTitle(page: string, engine: EngineEndpoint | null): string {
  if (engine === null) return page;
  const name = engine.context ?? engine.name ?? engine.address;
  return `${page} (${name.slice(0, LONGEST_NAME)})`;
}
