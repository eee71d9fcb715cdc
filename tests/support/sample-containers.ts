/** Containers as main would tell of them, for tests of the screens. */
import type { ImageContainer } from '../../src/shared/contract/containers.js';

export const sampleContainer = (n: number, more: Partial<ImageContainer> = {}): ImageContainer => ({
  id: n.toString(16).padStart(64, '0'),
  name: `container-${n}`,
  state: 'exited',
  created: Date.UTC(2024, 0, 1 + (n % 28)),
  command: 'sh',
  ports: [],
  ...more,
});
