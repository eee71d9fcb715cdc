import { expect, it } from 'vitest';
import { askAfterwards } from './afterwards.js';
import type { Descriptor, RegistryClient } from './client/types.js';

const digest = `sha256:${'a'.repeat(64)}`;
const pushed = { reference: 'registry.example.com/team/app:1', digest };
const found = (named: string): Descriptor => ({ mediaType: '', digest: named, size: 1 });
const say = (resolve: () => Promise<Descriptor | null>) =>
  askAfterwards(() => ({ resolve }) as unknown as RegistryClient, pushed);

it('what the registry says of a tag afterwards is told, and nothing made up', async () => {
  expect(await say(() => Promise.resolve(found(digest)))).toBe('confirmed');
  expect(await say(() => Promise.resolve(found(`sha256:${'b'.repeat(64)}`)))).toBe('moved');
  expect(await say(() => Promise.resolve(null))).toBe('missing');
  expect(await say(() => Promise.reject(new Error('not now')))).toBe('unasked');
});
