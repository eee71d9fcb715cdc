import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeClient, type FakeClient } from '../../../../tests/support/fake-client.js';
import { withoutLayout } from '../../../../tests/support/page-sizes.js';
import {
  noSettings,
  sampleDetail,
  sampleDigest,
  sampleImage,
} from '../../../../tests/support/sample-images.js';
import type { ImageDetail, ImageSummary, RemovedImage } from '../../../shared/contract/images.js';
import { FailureError } from '../../../shared/failure.js';
import App from '../../app/App.svelte';
import { createState, type AppState } from '../../state/index.js';

let fake: FakeClient;
let app: AppState;
let list: readonly ImageSummary[];
/** What was asked of main, in a word or two each. */
let asked: string[];
let remove: (image: string) => RemovedImage;
/** Somebody else was quicker. */
let taken: boolean;

beforeAll(withoutLayout);
// Compiled here, which a built app never waits for.
beforeAll(() => import('../../app/OtherScreens.svelte'));
beforeEach(() => {
  asked = [];
  taken = false;
  list = [sampleImage(1, 'app:1', 'app:latest'), sampleImage(2, 'alpine:3.20'), sampleImage(3)];
  remove = (image) => ({ untagged: [], deleted: [image] });
});
afterEach(async () => {
  cleanup();
  await fake.end();
});

const conflict = new FailureError({
  code: 'conflict',
  title: 'alpine:3.20 has changed meanwhile',
  detail: 'It points to 000300030003 now.',
});

/** Gives a name to one image, or to none. */
function point(reference: string, image: string | null): void {
  list = list.map((one) => ({
    ...one,
    references: [
      ...one.references.filter((other) => other !== reference),
      ...(one.id === image ? [reference] : []),
    ].sort(),
  }));
  fake.emit.images.changed({ upserted: list, removed: [] });
}

async function open(name: string, more: Partial<ImageDetail> = {}): Promise<void> {
  const find = (image: string) =>
    list.find(({ id, references }) => id === image || references.includes(image));
  fake = fakeClient({
    app: {
      openLink: ({ url }) => {
        asked.push(`open ${url}`);
        return Promise.resolve();
      },
    },
    images: {
      list: () => Promise.resolve(list),
      inspect: ({ image }) => {
        const found = find(image);
        return found
          ? Promise.resolve(sampleDetail(found, more))
          : Promise.reject(
              new FailureError({ code: 'not-found', title: `${image} is not there`, detail: '' }),
            );
      },
      sharing: () => Promise.resolve({ [sampleDigest(4096)]: ['alpine:3.20'] }),
      remove: ({ image }) => {
        asked.push('remove');
        return Promise.resolve(remove(image));
      },
    },
    tags: {
      list: ({ image }) =>
        Promise.resolve({
          id: image,
          tags: (find(image)?.references ?? []).map((reference) => ({
            reference,
            pinned: null,
            since: null,
          })),
          lastTag: { kind: 'goes' },
        }),
      history: () => Promise.resolve({ moves: [], setAside: null }),
      add: ({ image, reference }) => {
        asked.push(`add ${reference}`);
        point(reference, image);
        return Promise.resolve({ reference });
      },
      move: ({ image, reference, from }) => {
        asked.push(`move ${reference}`);
        if (taken) return Promise.reject(conflict);
        point(reference, image);
        return Promise.resolve({ reference, left: { id: from, references: [], isThere: true } });
      },
      rename: ({ image, reference, to }) => {
        asked.push(`rename ${reference} ${to}`);
        point(reference, null);
        point(to, image);
        return Promise.resolve({ reference: to, left: null });
      },
      remove: ({ image, reference }) => {
        asked.push(`untag ${reference}`);
        if ((find(image)?.references.length ?? 0) > 1) {
          point(reference, null);
          return Promise.resolve({ untagged: [reference], deleted: [], imageStays: true });
        }
        return Promise.resolve({ ...remove(image), imageStays: false });
      },
    },
  });
  app = createState(fake.client);
  app.navigation.go({ name: 'image', image: name });
  render(App, { props: { state: app, pathOf: () => '' } });
  await screen.findByRole('tablist');
}

const tab = (name: string) => fireEvent.click(screen.getByRole('tab', { name }));
const button = (name: string) => screen.getAllByRole('button', { name })[0]!;

describe('the layers of an image', () => {
  it('are every instruction, the base at the bottom, beside the bands that they made', async () => {
    await open('app:1');
    const steps = within(screen.getByRole('list', { name: 'Layers' })).getAllByRole('listitem');
    expect(steps.map((step) => step.querySelector('code')?.textContent)).toEqual([
      'CMD ["sh"]',
      'RUN apk add tini',
      'ADD rootfs.tar.gz /',
    ]);
    expect(steps[0]?.textContent).toContain('No layer: settings only');
    expect(steps[1]?.textContent).toContain('200 kB');
    expect(within(screen.getByRole('figure', { name: 'Strata' })).getAllByRole('button')).toHaveLength(2);
  });

  it('say who else stands on them, as soon as it is known', async () => {
    await open('app:1');
    await screen.findByRole('button', { name: 'ADD rootfs.tar.gz /, 5 MB, shared with alpine:3.20' });
    expect(screen.getByText('shared with alpine:3.20')).toBeDefined();
  });

  it('are climbed by arrow keys, from the base', async () => {
    await open('app:1');
    const base = screen.getByRole('button', { name: /^ADD rootfs/ });
    expect(base.tabIndex).toBe(0);
    base.focus();
    await fireEvent.keyDown(base, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^RUN apk/ }));
    await fireEvent.keyDown(document.activeElement!, { key: 'End' });
    expect(document.activeElement).toBe(base);
  });

  it('of a long instruction fold', async () => {
    const instruction = `RUN ${'make && '.repeat(200)}`;
    await open('app:1', {
      steps: [sampleDetail(list[0]!).steps[0]!].map((step) => ({ ...step, instruction })),
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Show all of it' }));
    expect(screen.getByRole('button', { name: 'Show less' }).getAttribute('aria-expanded')).toBe('true');
  });
});

describe('an image', () => {
  it('that is gone says so, and can be looked for again', async () => {
    list = [];
    fake = fakeClient({
      images: {
        list: () => Promise.resolve([]),
        inspect: () =>
          Promise.reject(new FailureError({ code: 'not-found', title: 'app:1 is not there', detail: '' })),
      },
    });
    app = createState(fake.client);
    app.navigation.go({ name: 'image', image: 'app:1' });
    render(App, { props: { state: app, pathOf: () => '' } });
    expect((await screen.findByRole('alert')).textContent).toContain('app:1 is not there');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });

  it('without a name is run by its id', async () => {
    await open(sampleDigest(3), { settings: { ...noSettings, command: ['sh'] } });
    expect(screen.getByRole('heading', { name: '<untagged> 000300030003' })).toBeDefined();
    await tab('How it runs');
    expect(screen.getByText('docker run --rm -it 000300030003')).toBeDefined();
  });

  it('shows what its name points at now, when the name moves', async () => {
    await open('app:1');
    list = [sampleImage(1, 'app:latest'), sampleImage(7, 'app:1')];
    fake.emit.images.changed({ upserted: list, removed: [] });
    await tab('Inspect');
    await waitFor(() => expect(screen.getByLabelText('Record').textContent).toContain(sampleDigest(7)));
  });
});

describe('how an image runs', () => {
  const runs = async (settings: Partial<ImageDetail['settings']>) => {
    await open('app:1', { settings: { ...noSettings, ...settings } });
    await tab('How it runs');
  };

  it('shows what may be a secret only when it is asked for', async () => {
    await runs({
      environment: [
        { name: 'NPM_TOKEN', value: 'canary' },
        { name: 'LANG', value: 'C.UTF-8' },
      ],
    });
    expect(screen.getByText('C.UTF-8')).toBeDefined();
    expect(document.body.textContent).not.toContain('canary');
    await fireEvent.click(screen.getByRole('button', { name: 'Show the value of NPM_TOKEN' }));
    expect(screen.getByText('canary')).toBeDefined();
  });

  it('opens a label’s link only after asking', async () => {
    await runs({
      labels: [
        { name: 'org.opencontainers.image.source', value: 'https://example.org/app' },
        { name: 'evil', value: 'javascript:alert(1)' },
      ],
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Open Source in the browser' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Open this link in the browser?' }));
    expect(dialog.getByText('example.org')).toBeDefined();
    expect(asked).toEqual([]);
    await fireEvent.click(dialog.getByRole('button', { name: 'Open in the browser' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toEqual(['open https://example.org/app']);
    expect(screen.getAllByRole('button', { name: /in the browser$/ })).toHaveLength(1);
  });

  it('keeps hostile labels inert, visible and short', async () => {
    const hostile = `<img src=x onerror=alert(1)>${String.fromCharCode(0x202e)}`;
    await runs({
      labels: [
        { name: 'html', value: hostile },
        { name: 'long', value: 'x'.repeat(100_000) },
        ...Array.from({ length: 1000 }, (_, at) => ({ name: `n${at}`, value: '' })),
      ],
    });
    const labels = within(screen.getByRole('table', { name: 'Labels' }));
    expect(labels.getByText(/^<img src=x onerror=alert\(1\)>.u202e$/)).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByRole('tabpanel').textContent.length).toBeLessThan(20_000);
    await fireEvent.click(labels.getByRole('button', { name: 'Show all of it' }));
    expect(screen.getByText(/the rest stands in the record/)).toBeDefined();
    expect(labels.getAllByRole('row')).toHaveLength(201);
    await fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(labels.getAllByRole('row')).toHaveLength(401);
  });
});

describe('a tag', () => {
  it('that another image has says what becomes of that one, and is moved from there only, and back', async () => {
    await open('app:1');
    await fireEvent.click(button('Add tag'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add tag' }));
    await fireEvent.input(dialog.getByRole('textbox'), { target: { value: 'alpine:3.20' } });
    expect(dialog.getByRole('status').textContent).toContain('that is its last other name');
    taken = true;
    await fireEvent.click(dialog.getByRole('button', { name: 'Move it here' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('It points to 000300030003 now.');
    taken = false;
    await fireEvent.click(dialog.getByRole('button', { name: 'Move it here' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toEqual(['move alpine:3.20', 'move alpine:3.20']);
    await tab('Tags');
    expect(screen.getByRole('rowheader', { name: 'alpine:3.20' })).toBeDefined();
    await fireEvent.click(button('Undo'));
    await waitFor(() => expect(screen.queryByRole('rowheader', { name: 'alpine:3.20' })).toBeNull());
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('is renamed, and the screen stays with the image', async () => {
    await open('app:1');
    await tab('Tags');
    await fireEvent.click(screen.getByRole('button', { name: 'Rename app:1' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Rename app:1' }));
    expect(dialog.getByRole('button', { name: 'Rename' })).toHaveProperty('disabled', true);
    await fireEvent.input(dialog.getByRole('textbox'), { target: { value: 'app:2' } });
    await fireEvent.click(dialog.getByRole('button', { name: 'Rename' }));
    await screen.findByRole('heading', { name: 'app:2' });
    expect(asked).toEqual(['rename app:1 app:2']);
    await screen.findByText('app:1 is called app:2 now.');
    await screen.findByRole('rowheader', { name: 'app:2' });
  });

  it('that is not the last is removed and can be given back', async () => {
    await open('app:latest');
    await tab('Tags');
    await fireEvent.click(screen.getByRole('button', { name: 'Remove app:1' }));
    const dialog = within(await screen.findByRole('dialog'));
    await fireEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByRole('rowheader', { name: 'app:1' })).toBeNull());
    await fireEvent.click(button('Undo'));
    await screen.findByRole('rowheader', { name: 'app:1' });
    expect(asked).toEqual(['untag app:1', 'add app:1']);
  });

  it('of very many is found by a part of it, and a part of the rows is there at once', async () => {
    list = [sampleImage(1, ...Array.from({ length: 5_000 }, (_, at) => `app:${at}`))];
    await open('app:1');
    await tab('Tags');
    expect(screen.getAllByRole('rowheader')).toHaveLength(100);
    expect(screen.getByText(/100 of 5,000/)).toBeDefined();
    await fireEvent.input(screen.getByRole('searchbox', { name: 'Filter tags' }), {
      target: { value: '4999' },
    });
    expect(screen.getAllByRole('rowheader')).toHaveLength(1);
  });

  it('is not offered for a name that is none, and why is said at once', async () => {
    await open('app:1');
    await fireEvent.click(button('Add tag'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add tag' }));
    await fireEvent.input(dialog.getByRole('textbox'), { target: { value: 'App:1' } });
    expect(dialog.getByText(/uppercase/)).toBeDefined();
    expect(dialog.getByRole('button', { name: 'Add tag' })).toHaveProperty('disabled', true);
  });

  it('that is the last one goes with a warning that the image goes too', async () => {
    await open('alpine:3.20');
    await tab('Tags');
    await fireEvent.click(screen.getByRole('button', { name: 'Remove alpine:3.20' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/last name of this image/)).toBeDefined();
    await fireEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    await screen.findByRole('heading', { name: 'Images' });
    expect(asked).toEqual(['untag alpine:3.20']);
  });
});

describe('removing an image', () => {
  it('says which names go, and leaves no way back to it', async () => {
    await open('app:1');
    await fireEvent.click(button('Remove'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove app:1' }));
    expect(dialog.getByText('app:latest')).toBeDefined();
    await fireEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    await screen.findByRole('heading', { name: 'Images' });
    expect(app.navigation.canGoBack).toBe(false);
  });

  it('that is refused says why, and is forgotten when it is left', async () => {
    remove = () => {
      throw new FailureError({ code: 'conflict', title: 'In use', detail: 'Container “db” runs from it.' });
    };
    await open('app:1');
    await fireEvent.click(button('Remove'));
    const dialog = within(await screen.findByRole('dialog'));
    await fireEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('Container “db” runs from it.');
    await fireEvent.click(dialog.getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await fireEvent.click(button('Remove'));
    expect(within(await screen.findByRole('dialog')).queryByRole('alert')).toBeNull();
  });
});
