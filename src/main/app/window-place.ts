/** Where the window was, and where it goes when it is opened again: kept in one small file, mended when its screen is gone. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

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

/** Null when nothing was kept, or what was kept can't be read: a window's place is nothing to complain about. */
export function readPlace(file: string): WindowPlace | null {
  try {
    const read = placeSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Written at once, since the window is about to go; whole or not at all. @throws the system's error */
export function keepPlace(file: string, place: WindowPlace): void {
  const next = `${file}.next`;
  writeFileSync(next, `${JSON.stringify(place)}\n`, { mode: 0o600 });
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
