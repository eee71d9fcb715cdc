/** Electron's side of `drawing.ts`. */
import { app } from 'electron';
import { drawsWithoutGpu, keepDrawing, screenOf } from './drawing.js';

/** Whoever starts Strata with one of these decides for this start alone. */
const CHOICES = ['disable-gpu', 'disable-gpu-compositing', 'use-gl', 'use-angle'];

export type Gpu = {
  /** An earlier start tried in vain, so this one doesn't. */
  readonly isSpared: boolean;
  /** Takes in how the first window was drawn. Call once it is shown. */
  readonly look: () => void;
  /** Keeps that for the next start. @throws Error of node:fs */
  readonly keep: () => void;
};

/** For a start that began at `at`, in ms since 1970. Call before `ready`. */
export function tryGpu(file: string, environment: NodeJS.ProcessEnv, at: number): Gpu {
  const now = { electron: process.versions.electron, screen: screenOf(environment), at };
  const isSpared = drawsWithoutGpu(file, now);
  if (isSpared) app.disableHardwareAcceleration();
  const isChosen = CHOICES.some((name) => app.commandLine.hasSwitch(name));
  let isKnown = false;
  app.once('gpu-info-update', () => (isKnown = true));
  let isWithout: boolean | null = null;
  return {
    isSpared,
    look() {
      if (isKnown && !isSpared && !isChosen)
        isWithout = app.getGPUFeatureStatus().gpu_compositing !== 'enabled';
    },
    keep() {
      if (isWithout !== null) keepDrawing(file, isWithout, now);
    },
  };
}
