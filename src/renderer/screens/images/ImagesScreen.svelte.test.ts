import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeClient, type FakeClient } from '../../../../tests/support/fake-client.js';
import { withoutLayout } from '../../../../tests/support/page-sizes.js';
import { sampleDetail, sampleImage } from '../../../../tests/support/sample-images.js';
import type { ImageSummary } from '../../../shared/contract/images.js';
import App from '../../app/App.svelte';
import { createState } from '../../state/index.js';

const endpoint = { address: 'unix:///run/engine.sock', origin: 'default' } as const;
const connected = {
  state: 'connected',
  endpoint,
  version: '28.2.2',
  apiVersion: '1.50',
  os: 'linux',
  architecture: 'amd64',
  buildkit: true,
} as const;

let fake: FakeClient;
let pulled: string[];

beforeAll(withoutLayout);
afterEach(async () => {
  cleanup();
  await fake.end();
});

function open(images: readonly ImageSummary[]): void {
  pulled = [];
  fake = fakeClient({
    engine: { status: () => Promise.resolve(connected) },
    images: {
      list: () => Promise.resolve(images),
      inspect: ({ image }) =>
        Promise.resolve(
          sampleDetail(images.find(({ references }) => references.includes(image)) ?? sampleImage(1)),
        ),
      sharing: () => Promise.resolve({}),
      pull: {
        title: ({ reference }) => `Pull ${reference}`,
        run: ({ reference }) => {
          pulled.push(reference);
          return Promise.resolve({ reference, digest: null, newer: true });
        },
      },
    },
  });
  render(App, { props: { state: createState(fake.client), pathOf: () => '' } });
}

const rowNames = () =>
  within(screen.getByRole('grid', { name: 'Images' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.getAttribute('aria-label'));
const row = (name: string) => screen.findByRole('row', { name });
const filter = () => screen.getByRole('searchbox', { name: 'Filter images' });

const some = [sampleImage(1, 'alpine:3.20', 'base:1'), sampleImage(2, 'app:1'), sampleImage(3)];

describe('the list of images', () => {
  it('has a row for each name, and one for an image without any', async () => {
    open(some);
    await row('alpine:3.20');
    expect(rowNames()).toEqual(['alpine:3.20', 'app:1', 'base:1', '<untagged> 000300030003']);
    expect(screen.getByText('3 images, 4 names')).toBeDefined();
  });

  it('is filtered while somebody types, and says how many are left', async () => {
    open(some);
    await row('alpine:3.20');
    await fireEvent.input(filter(), { target: { value: 'app' } });
    expect(rowNames()).toEqual(['app:1']);
    expect(screen.getByText('1 of 4')).toBeDefined();
    await fireEvent.input(filter(), { target: { value: 'nothing' } });
    expect(screen.queryByRole('grid')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Show all images' }));
    expect(rowNames()).toHaveLength(4);
  });

  it('is sorted by a column, and the column says so', async () => {
    open(some);
    await row('alpine:3.20');
    await fireEvent.click(screen.getByRole('button', { name: 'Size' }));
    expect(rowNames()[0]).toBe('<untagged> 000300030003');
    expect(screen.getByRole('columnheader', { name: 'Size' }).getAttribute('aria-sort')).toBe('descending');
    await fireEvent.click(screen.getByRole('button', { name: 'Size' }));
    expect(rowNames()[0]).toBe('alpine:3.20');
  });

  it('follows what main tells of', async () => {
    open(some);
    await row('alpine:3.20');
    fake.emit.images.changed({ upserted: [sampleImage(9, 'new:1')], removed: [some[1]!.id] });
    await row('new:1');
    expect(rowNames()).not.toContain('app:1');
  });

  it('keeps only the rows in sight in the document, and tells how many there are', async () => {
    open(Array.from({ length: 5_000 }, (_, n) => sampleImage(n + 1, `app:${n}`)));
    await row('app:0');
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('5001');
    expect(rowNames().length).toBeLessThan(60);
  });

  it('teaches what an image is when there is none, and leads to a build', async () => {
    open([]);
    expect(await screen.findByText(/ordered list of filesystem changes/)).toBeDefined();
    await fireEvent.click(screen.getByRole('button', { name: 'Build an image' }));
    expect(await screen.findByRole('heading', { name: /^Build/ })).toBeDefined();
  });
});

describe('the keyboard', () => {
  it('moves through the rows, opens one, and is back at it afterwards', async () => {
    open(some);
    await row('alpine:3.20');
    filter().focus();
    await fireEvent.keyDown(filter(), { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement?.ariaLabel).toBe('alpine:3.20'));
    await fireEvent.keyDown(document.activeElement!, { key: 'End' });
    await waitFor(() => expect(document.activeElement?.ariaLabel).toBe('<untagged> 000300030003'));
    await fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
    await waitFor(() => expect(document.activeElement?.ariaLabel).toBe('base:1'));

    await fireEvent.keyDown(document.activeElement!, { key: 'Enter' });
    await screen.findByRole('heading', { name: 'base:1' });
    await fireEvent.keyDown(window, { key: '[', ctrlKey: true });
    await row('base:1');
    await waitFor(() => expect(document.activeElement?.ariaLabel).toBe('base:1'));
  });

  it('comes into the list at one place, and reaches what is in a row by arrows', async () => {
    open(some);
    const first = await row('alpine:3.20');
    expect(screen.getAllByRole('row').filter(({ tabIndex }) => tabIndex === 0)).toEqual([first]);
    first.focus();
    await fireEvent.keyDown(first, { key: 'ArrowRight' });
    await fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(within(first).getByRole('button', { name: 'Copy the id' }));
    await fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement?.ariaLabel).toBe('app:1'));
  });

  it('is never taken from the filter by rows that come back', async () => {
    open(some);
    (await row('app:1')).focus();
    filter().focus();
    await fireEvent.input(filter(), { target: { value: 'nothing' } });
    await fireEvent.input(filter(), { target: { value: '' } });
    await row('app:1');
    expect(document.activeElement).toBe(filter());
  });
});

describe('a pull', () => {
  it('starts only for a name that is one, with the tag that is meant', async () => {
    open(some);
    await row('alpine:3.20');
    await fireEvent.click(screen.getByRole('button', { name: 'Pull' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Pull' }));
    await fireEvent.input(dialog.getByRole('textbox'), { target: { value: 'Busy Box' } });
    expect(dialog.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    expect(dialog.getByRole('button', { name: 'Pull' })).toHaveProperty('disabled', true);
    await fireEvent.input(dialog.getByRole('textbox'), { target: { value: ' busybox ' } });
    await fireEvent.click(dialog.getByRole('button', { name: 'Pull' }));
    await waitFor(() => expect(pulled).toEqual(['busybox:latest']));
  });
});
