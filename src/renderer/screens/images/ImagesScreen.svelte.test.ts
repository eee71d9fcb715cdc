import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeClient, type FakeClient } from '../../../../tests/support/fake-client.js';
import { withoutLayout } from '../../../../tests/support/page-sizes.js';
import { sampleDetail, sampleDigest, sampleImage } from '../../../../tests/support/sample-images.js';
import { defaultImageList, noRegistryExceptions, type Settings } from '../../../shared/contract/app.js';
import type { ImageSummary } from '../../../shared/contract/images.js';
import { FailureError } from '../../../shared/failure.js';
import App from '../../app/App.svelte';
import { createState } from '../../state/index.js';

const endpoint = { address: 'unix:///run/engine.sock', origin: 'default' } as const;
const connected = {
  state: 'connected',
  endpoint,
  product: 'Docker',
  version: '28.2.2',
  apiVersion: '1.50',
  os: 'linux',
  architecture: 'amd64',
  buildkit: true,
} as const;

const inUse = { code: 'conflict', title: 'Other images stand on it', detail: '' } as const;

let fake: FakeClient;
let pulled: string[];
let removed: string[];
let copied: string[];
let tagged: string[];
let kept: Settings;

beforeAll(withoutLayout);
// Compiled here, which a built app never waits for.
beforeAll(() => import('../../app/OtherScreens.svelte'));
afterEach(async () => {
  cleanup();
  await fake.end();
});

function open(images: readonly ImageSummary[]): void {
  pulled = [];
  removed = [];
  copied = [];
  tagged = [];
  kept = {
    theme: 'system',
    zoom: 1,
    recentFolders: [],
    pushedTo: [],
    historyLimitBytes: 1e8,
    imageList: defaultImageList,
    registryExceptions: noRegistryExceptions,
    recentChoices: [],
    engine: null,
    updateChannel: 'stable',
    looksForUpdates: true,
    notifications: true,
    language: 'system',
  };
  fake = fakeClient({
    engine: { status: () => Promise.resolve(connected) },
    app: {
      settings: () => Promise.resolve(kept),
      copy: ({ text }) => {
        copied.push(text);
        return Promise.resolve();
      },
      changeSettings: (changes) => Promise.resolve((kept = { ...kept, ...changes } as Settings)),
    },
    tags: {
      add: ({ image, reference }) => {
        tagged.push(`${reference} at ${image}`);
        return Promise.resolve({ reference });
      },
      remove: ({ reference }) => {
        removed.push(reference);
        return Promise.resolve({ untagged: [reference], deleted: [], imageStays: true });
      },
    },
    images: {
      list: () => Promise.resolve(images),
      inspect: ({ image }) =>
        Promise.resolve(
          sampleDetail(images.find(({ references }) => references.includes(image)) ?? sampleImage(1)),
        ),
      sharing: () => Promise.resolve({}),
      traits: (asked) =>
        Promise.resolve(
          asked.images.map((id) => ({ id, platform: 'linux/amd64', layers: [sampleDigest(77), id] })),
        ),
      remove: ({ image }) => {
        if (image === sampleDigest(3)) throw new FailureError(inUse);
        removed.push(image);
        return Promise.resolve({ untagged: [], deleted: [image] });
      },
      pull: {
        title: ({ reference }) => `Pull ${reference}`,
        run: ({ reference }) => {
          pulled.push(reference);
          return Promise.resolve({
            reference,
            digest: null,
            newer: true,
            before: null,
            leftUntagged: false,
            platform: 'linux/amd64',
          });
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
    await fireEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
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
    for (const name of ['alpine:3.20', 'Show all 2 names of this image', 'Copy the id']) {
      await fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
      const { ariaLabel, title } = document.activeElement as HTMLElement;
      expect(ariaLabel ?? title).toBe(name);
    }
    await fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    await waitFor(() => expect(document.activeElement?.ariaLabel).toBe('app:1'));
  });

  it('comes to one column’s name, and reaches the others by arrows', async () => {
    open(some);
    await row('alpine:3.20');
    const heads = () =>
      within(screen.getByRole('grid'))
        .getAllByRole('columnheader')
        .flatMap((each) => within(each).queryAllByRole('button'));
    expect(heads().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    screen.getByRole('button', { name: 'Name' }).focus();
    for (const name of ['Id', 'Platform', 'Size']) {
      await fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
      expect(document.activeElement?.textContent.trim()).toBe(name);
    }
    await fireEvent.click(document.activeElement!);
    expect(heads().filter(({ tabIndex }) => tabIndex === 0)).toEqual([document.activeElement]);
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

describe('how the list is looked at', () => {
  it('is chosen under View, and remembered', async () => {
    open(some);
    await row('alpine:3.20');
    await fireEvent.click(screen.getByRole('button', { name: 'View' }));
    await fireEvent.click(await screen.findByRole('checkbox', { name: 'Group by repository' }));
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Unique' }));
    expect(rowNames()).toEqual([
      ...['alpine', 'alpine:3.20', 'app', 'app:1', 'base', 'base:1'],
      ...['<untagged>', '<untagged> 000300030003'],
    ]);
    expect(screen.getByRole('columnheader', { name: 'Unique' })).toBeDefined();
    expect(kept.imageList.grouped).toBe(true);
    expect(kept.imageList.columns).toContain('unique');
  });

  it('folds a repository away', async () => {
    open(some);
    await row('alpine:3.20');
    await fireEvent.click(screen.getByRole('button', { name: 'View' }));
    await fireEvent.click(await screen.findByRole('checkbox', { name: 'Group by repository' }));
    await fireEvent.click(screen.getByRole('button', { name: 'app', expanded: true }));
    expect(rowNames()).not.toContain('app:1');
  });

  it('shows what was remembered', async () => {
    open(some);
    cleanup();
    const imageList = { ...defaultImageList, sortBy: 'size', descending: true, columns: ['size'] } as const;
    kept = { ...kept, imageList: { ...imageList, columns: [...imageList.columns] } };
    render(App, { props: { state: createState(fake.client), pathOf: () => '' } });
    await row('alpine:3.20');
    expect(rowNames()[0]).toBe('<untagged> 000300030003');
    expect(screen.queryByRole('columnheader', { name: 'Created' })).toBeNull();
  });
});

describe('the filter', () => {
  it('says what it does not understand, and finds by the rest', async () => {
    open(some);
    await row('alpine:3.20');
    await fireEvent.input(filter(), { target: { value: 'larger:lots alpine' } });
    expect(screen.getByText(/After “larger:” belongs a size/)).toBeDefined();
    expect(filter().getAttribute('aria-invalid')).toBe('true');
    expect(rowNames()).toEqual(['alpine:3.20']);
  });

  it('finds by layers once it has looked at the images', async () => {
    open(some);
    await row('alpine:3.20');
    await fireEvent.input(filter(), { target: { value: `layer:${sampleDigest(2)}` } });
    await row('app:1');
    expect(rowNames()).toEqual(['app:1']);
  });

  it('shows all names of an image', async () => {
    open(some);
    await fireEvent.click(
      within(await row('base:1')).getByRole('button', { name: 'Show all 2 names of this image' }),
    );
    expect(rowNames()).toEqual(['alpine:3.20', 'base:1']);
  });

  it('is explained', async () => {
    open(some);
    await fireEvent.click(screen.getByRole('button', { name: 'What the filter understands' }));
    expect(await screen.findByText('larger:100MB')).toBeDefined();
  });
});

describe('a selection', () => {
  const selected = () =>
    screen.queryAllByRole('row', { selected: true }).map((each) => each.getAttribute('aria-label'));

  it('is made by clicks and keys, and outlives what comes and goes around it', async () => {
    open(some);
    await fireEvent.click(await row('app:1'));
    await fireEvent.click(await row('alpine:3.20'), { ctrlKey: true });
    expect(selected()).toEqual(['alpine:3.20', 'app:1']);
    fake.emit.images.changed({ upserted: [sampleImage(9, 'aaa:1')], removed: [some[2]!.id] });
    await row('aaa:1');
    expect(selected()).toEqual(['alpine:3.20', 'app:1']);
    await fireEvent.click(await row('aaa:1'), { shiftKey: true });
    expect(selected()).toEqual(['aaa:1', 'alpine:3.20']);
    await fireEvent.keyDown(await row('app:1'), { key: 'a', ctrlKey: true });
    expect(screen.getByText('4 selected')).toBeDefined();
  });

  it('is acted on only as far as it is in sight', async () => {
    open(some);
    await fireEvent.click(await row('app:1'));
    await fireEvent.input(filter(), { target: { value: 'alpine' } });
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('is copied, as names or as ids, a line for each', async () => {
    open(some);
    await fireEvent.click(await row('alpine:3.20'));
    await fireEvent.click(await row('base:1'), { ctrlKey: true });
    await fireEvent.click(screen.getByRole('button', { name: 'Copy references' }));
    await screen.findByRole('button', { name: 'Copied' });
    await fireEvent.click(screen.getByRole('button', { name: 'Copy id' }));
    await waitFor(() => expect(copied).toEqual(['alpine:3.20\nbase:1', sampleDigest(1)]));
  });

  it('of one image gets another name, and of several none', async () => {
    open(some);
    await fireEvent.click(await row('alpine:3.20'));
    await fireEvent.click(await row('app:1'), { ctrlKey: true });
    expect(screen.getByRole('button', { name: 'Add tag' })).toHaveProperty('disabled', true);
    await fireEvent.click(await row('alpine:3.20'), { ctrlKey: true });
    await fireEvent.click(screen.getByRole('button', { name: 'Add tag' }));
    const dialog = within(await screen.findByRole('dialog'));
    await fireEvent.input(dialog.getByRole('textbox'), { target: { value: 'team/app:2' } });
    await fireEvent.click(dialog.getByRole('button', { name: 'Add tag' }));
    await waitFor(() => expect(tagged).toEqual([`team/app:2 at ${sampleDigest(2)}`]));
  });

  it('is removed once it is clear what goes, and each refusal is told', async () => {
    open([...some, { ...sampleImage(4, 'web:1'), containers: { count: 1, names: ['web-1'] } }]);
    await row('alpine:3.20');
    (await row('alpine:3.20')).focus();
    await fireEvent.keyDown(document.activeElement!, { key: 'a', ctrlKey: true });
    await fireEvent.click(await row('base:1'), { ctrlKey: true });
    await fireEvent.click(screen.getByRole('button', { name: 'Remove…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove the 4 selected' }));
    expect(dialog.getByText(/2 images go, with all of their names/)).toBeDefined();
    expect(dialog.getByText('alpine:3.20')).toBeDefined();
    expect(dialog.getByText('web:1, in use by web-1')).toBeDefined();
    expect(removed).toEqual([]);
    await fireEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    await dialog.findByText('1 image deleted, 1 name taken away, 1 refused.');
    expect(removed.sort()).toEqual(['alpine:3.20', sampleDigest(2)].sort());
    expect(dialog.getByRole('alert').textContent).toContain(inUse.title);
    await fireEvent.click(dialog.getAllByRole('button', { name: 'Close' })[0]!);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('a pull', () => {
  it('starts only for a name that is one, with the tag that is meant', async () => {
    open(some);
    await row('alpine:3.20');
    await fireEvent.click(screen.getByRole('button', { name: 'Pull' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Pull' }));
    await fireEvent.input(dialog.getByRole('combobox'), { target: { value: 'Busy Box' } });
    expect(dialog.getByRole('combobox').getAttribute('aria-invalid')).toBe('true');
    expect(dialog.getByRole('button', { name: 'Pull' })).toHaveProperty('disabled', true);
    await fireEvent.input(dialog.getByRole('combobox'), { target: { value: ' busybox ' } });
    await fireEvent.click(dialog.getByRole('button', { name: 'Pull' }));
    await waitFor(() => expect(pulled).toEqual(['busybox:latest']));
  });
});
