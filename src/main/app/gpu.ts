/** Electron's side of `drawing.ts`. */
import { app } from 'electron';
import { drawsWithoutGpu, keepDrawing } from './drawing.js';

/**
 * Spares this start, which began at `at` (ms since 1970), the tries with a GPU that an earlier one made in vain. Gives what keeps,
 * at the end, what this one has found. Call before `ready`.
 */
export function tryGpu(file: string, at: number): () => void {
  const now = { electron: process.versions.electron, at };
  if (drawsWithoutGpu(file, now)) {
    app.disableHardwareAcceleration();
    return () => undefined;
  }
  let isKnown = false;
  app.once('gpu-info-update', () => (isKnown = true));
  return () => {
    if (isKnown) keepDrawing(file, app.getGPUFeatureStatus().gpu_compositing !== 'enabled', now);
  };
}
