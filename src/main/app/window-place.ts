/** Where the windows were, and where they go when they are opened again: kept in one small file, mended when a screen is gone. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { LONGEST_PLACE } from '../../shared/contract/limits.js';

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The area when it isn't maximised, and whether it is. */
export type WindowPlace = Area & { readonly maximised: boolean };

export type KeptWindow = WindowPlace & {
  /** The engine's place that was chosen in it; null: as docker decides. None in what was kept before each had its own. */
  readonly engine?: string | null;
};

const MAX_PIXELS = 100_000;
const MOST_WINDOWS = 20;

/** In the order in which they were opened. None when nothing was kept, or it can't be read: that is nothing to complain about. */
export function readWindows(file: string): readonly KeptWindow[] {
  try {
    const kept = fieldsOf(JSON.parse(readFileSync(file, 'utf8')));
    // Once there was one place for all.
    const windows: readonly unknown[] = Array.isArray(kept.windows) ? kept.windows : [kept];
    const read = windows.map(windowOf).filter((window) => window !== null);
    return read.length === windows.length && read.length <= MOST_WINDOWS ? read : [];
  } catch {
    return [];
  }
}

// By hand, since the first window waits for it: what reads all else takes longer to be there than this file to be read.
function windowOf(value: unknown): KeptWindow | null {
  const { x, y, width, height, maximised, engine } = fieldsOf(value);
  if (!isPixels(x) || !isPixels(y) || !isPixels(width, 1) || !isPixels(height, 1)) return null;
  if (typeof maximised !== 'boolean') return null;
  const place = { x, y, width, height, maximised };
  if (engine === undefined) return place;
  const isPlace = engine === null || (typeof engine === 'string' && engine.length <= LONGEST_PLACE);
  return isPlace ? { ...place, engine } : null;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => ({ ...(value as object | null) });

const isPixels = (value: unknown, least = -MAX_PIXELS): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= MAX_PIXELS;

/** Written at once, since a window may be about to go; whole or not at all. @throws the system's error */
export function keepWindows(file: string, windows: readonly KeptWindow[]): void {
  const next = `${file}.next`;
  const content = JSON.stringify({ windows: windows.slice(-MOST_WINDOWS) });
  writeFileSync(next, `${content}\n`, { mode: 0o600 });
  renameSync(next, file);
}

/** So much of the window's top must be on a screen that it can be seen and dragged. */
const GRIP = { width: 120, height: 32 };

/**
 * The area for a window that was at `kept`, given what is free on each screen, the main one first. Never larger than
 * its screen, and in the middle of the main one if its own is gone. Undefined places are the system's to choose.
 */
export function areaFor(
  kept: WindowPlace | null,
  screens: readonly Area[],
): Partial<Area> & { width: number; height: number } {
  const wanted = kept ?? { width: 1280, height: 840 };
  const own = kept === null ? undefined : screens.find((screen) => isGripped(kept, screen));
  const screen = own ?? screens[0];
  if (screen === undefined) return { width: wanted.width, height: wanted.height };
  const width = Math.min(wanted.width, screen.width);
  const height = Math.min(wanted.height, screen.height);
  if (kept === null) return { width, height };
  if (own !== undefined) return { x: kept.x, y: kept.y, width, height };
  return {
    x: screen.x + Math.round((screen.width - width) / 2),
    y: screen.y + Math.round((screen.height - height) / 2),
    width,
    height,
  };
}

function isGripped({ x, y, width }: Area, screen: Area): boolean {
  const seen = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return seen >= Math.min(GRIP.width, width) && y >= screen.y && y + GRIP.height <= screen.y + screen.height;
}
