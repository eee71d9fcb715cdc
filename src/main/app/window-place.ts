/** Where the windows were, and where they go when they are opened again: kept in one small file, mended when a screen is gone. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { LONGEST_PLACE } from '../../shared/contract/engine.js';

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const MAX_PIXELS = 100_000;
const pixels = z.int().min(-MAX_PIXELS).max(MAX_PIXELS);
const placeSchema = z.object({
  x: pixels,
  y: pixels,
  width: z.int().min(1).max(MAX_PIXELS),
  height: z.int().min(1).max(MAX_PIXELS),
  maximised: z.boolean(),
});
/** The area when it isn't maximised, and whether it is. */
export type WindowPlace = z.infer<typeof placeSchema>;

const windowSchema = placeSchema.extend({
  /** The engine's place that was chosen in it; null: as docker decides. None in what was kept before each had its own. */
  engine: z.string().max(LONGEST_PLACE).nullable().optional(),
});
export type KeptWindow = z.infer<typeof windowSchema>;

const MOST_WINDOWS = 20;
const kept = z.union([
  z.object({ windows: z.array(windowSchema).max(MOST_WINDOWS) }),
  // As it was while there was one place for all.
  windowSchema.transform((only) => ({ windows: [only] })),
]);

/** In the order in which they were opened. None when nothing was kept, or it can't be read: that is nothing to complain about. */
export function readWindows(file: string): readonly KeptWindow[] {
  try {
    return kept.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data?.windows ?? [];
  } catch {
    return [];
  }
}

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
