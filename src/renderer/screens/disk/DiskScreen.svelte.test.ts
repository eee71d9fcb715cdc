import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeClient, type FakeClient } from '../../../../tests/support/fake-client.js';
import { withoutLayout } from '../../../../tests/support/page-sizes.js';
import {
  sampleDiskImage,
  sampleLayer,
  sampleRecord,
  sampleUsage,
} from '../../../../tests/support/sample-disk.js';
import type { CleanUp, CleanUpReport, DiskUsage } from '../../../shared/contract/disk.js';
import { FailureError } from '../../../shared/failure.js';
import App from '../../app/App.svelte';
import { createState } from '../../state/index.js';

const MB = 1_000_000;
/** Two untagged images upon one base, one of them in use; a tagged one; a record that nobody used for long. */
const usage = sampleUsage({
  measuredAt: Date.now(),
  layers: [
    sampleLayer(-1, 50 * MB, 'ADD rootfs.tar /'),
    sampleLayer(0, 3 * MB, 'RUN one'),
    sampleLayer(0, 4 * MB, 'RUN two'),
    sampleLayer(0, 5 * MB, 'RUN three'),
  ],
  images: [
    sampleDiskImage(1, 1, { references: [] }),
    sampleDiskImage(2, 2, { references: [], containers: ['web'] }),
    sampleDiskImage(3, 3, { references: ['app:3', 'app:newest'] }),
  ],
  containers: [{ id: 'c', name: 'web', bytes: 1 * MB, running: false, top: 2 }],
  cache: [sampleRecord('npm', 9 * MB)],
});
const freedByDefault = '12 MB';

let fake: FakeClient;
let measured: number;
let asked: CleanUp[];

beforeAll(withoutLayout);
// Compiled here, which a built app never waits for.
beforeAll(() => import('../../app/OtherScreens.svelte'));
afterEach(async () => {
  cleanup();
  await fake.end();
});

type Parts = {
  readonly known?: DiskUsage | null;
  /** What measuring gives; it hangs, until cancelled, without. */
  readonly next?: DiskUsage | FailureError;
  readonly report?: CleanUpReport;
};

async function open({ known = null, next, report }: Parts): Promise<void> {
  let current = known;
  measured = 0;
  asked = [];
  fake = fakeClient({
    engine: {
      status: () =>
        Promise.resolve({
          state: 'connected',
          endpoint: { address: 'unix:///var/run/docker.sock', origin: 'default' },
          product: 'Docker',
          version: '28.2.2',
          apiVersion: '1.50',
          os: 'linux',
          architecture: 'amd64',
          buildkit: true,
        }),
    },
    images: {
      list: () => Promise.resolve([]),
    },
    tags: { add: ({ reference }) => Promise.resolve({ reference }) },
    disk: {
      usage: () => Promise.resolve(current),
      measure: {
        title: () => 'Measuring the engine’s disk',
        run(_, { report: tell, signal }) {
          measured++;
          tell({ current: 3, total: 8, what: 'Looking at every image' });
          if (next instanceof FailureError) return Promise.reject(next);
          if (next) {
            current = next;
            fake.emit.disk.measured({ measuredAt: next.measuredAt });
            return Promise.resolve({ measuredAt: next.measuredAt });
          }
          return new Promise((_resolve, reject) =>
            signal.addEventListener('abort', () =>
              reject(new FailureError({ code: 'cancelled', title: 'Cancelled', detail: '' })),
            ),
          );
        },
      },
      cleanUp: {
        title: () => 'Removing things',
        run(chosen) {
          asked.push(chosen);
          return Promise.resolve(report ?? { rows: [], freed: 0, cancelled: false });
        },
      },
    },
  });
  render(App, { props: { state: createState(fake.client), pathOf: () => '' } });
  await fireEvent.click(screen.getByRole('link', { name: 'Disk' }));
}

const table = () => screen.findByRole('table', { name: 'Reclaimable' });
const rowNames = async () =>
  within(await table())
    .getAllByRole('rowheader')
    .map((row) => row.textContent);
const row = async (name: RegExp) => within(await table()).getByRole('row', { name });
const words = (element: HTMLElement) => element.textContent.replaceAll(/\s+/g, ' ').trim();
const selection = () => words(screen.getByRole('status', { name: 'Selection' }));
const reviewButton = () => screen.getByRole('button', { name: 'Review and remove' });

async function review() {
  await table();
  await fireEvent.click(reviewButton());
  return within(await screen.findByRole('dialog', { name: 'Review what goes' }));
}

describe('measuring', () => {
  it('begins when nothing is known, says how far it is, and can be cancelled', async () => {
    await open({});
    expect(await screen.findByText('Looking at every image')).toBeDefined();
    expect(screen.getByText(/3 of 8/)).toBeDefined();
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel measuring' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Measure' }));
    await waitFor(() => expect(measured).toBe(2));
  });

  it('goes on while another screen is shown, and is not begun twice', async () => {
    await open({});
    await screen.findByText('Looking at every image');
    await fireEvent.click(screen.getByRole('link', { name: 'Images' }));
    await fireEvent.click(screen.getByRole('link', { name: 'Disk' }));
    expect(await screen.findByText('Looking at every image')).toBeDefined();
    expect(measured).toBe(1);
  });

  it('is not done again for what is known, and says when that was and that images have changed', async () => {
    await open({ known: usage });
    await waitFor(() =>
      expect(screen.getByRole('status', { name: 'Measured' }).textContent).toContain('just now'),
    );
    fake.emit.images.changed({ upserted: [], removed: [usage.images[0]!.id] });
    expect(await screen.findByText(/images have changed since/)).toBeDefined();
    expect(measured).toBe(0);
  });

  it('that fails says why, keeps what was known, and can be tried again', async () => {
    const failure = new FailureError({
      code: 'engine-refused',
      title: 'The engine’s disk could not be measured',
      detail: 'A disk usage operation is already running.',
    });
    await open({ known: usage, next: failure });
    await table();
    await fireEvent.click(screen.getByRole('button', { name: 'Measure again' }));
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText(/already running/)).toBeDefined();
    await table();
    await fireEvent.click(alert.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(measured).toBe(2));
  });

  it('of an empty engine teaches what belongs here', async () => {
    await open({ known: sampleUsage({}) });
    expect(await screen.findByRole('heading', { name: 'Nothing takes space yet' })).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('what takes space', () => {
  it('is told by kind, what is shared apart from what is not', async () => {
    await open({ known: usage });
    const kinds = within(await screen.findByRole('list', { name: 'Space by kind' }));
    const shared = kinds.getAllByRole('listitem').find((item) => item.textContent.includes('Shared layers'));
    expect(shared?.textContent).toContain('50 MB');
    expect(shared?.textContent).toContain('1 layer');
  });

  it('shows who stands on a layer, in the map and in the table behind it', async () => {
    await open({ known: usage });
    const map = within(await screen.findByRole('figure', { name: 'Shared layers' }));
    const base = map.getByRole('button', { name: /^ADD rootfs.tar \/: 50 MB once, under 3 images: app:3/ });
    base.focus();
    await fireEvent.keyDown(base, { key: 'ArrowUp' });
    expect(document.activeElement?.ariaLabel).toBe('RUN three: 5 MB, only in app:3');
    await fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(base);
    expect(
      map.getAllByRole('button').filter(({ dataset, tabIndex }) => dataset.band && tabIndex === 0),
    ).toEqual([base]);
    await fireEvent.click(map.getByRole('button', { name: 'Show as table' }));
    expect(map.getByRole('row', { name: /ADD rootfs.tar .* 50 MB 100 MB/ })).toBeDefined();
  });
});

describe('the rules', () => {
  it('offer what nobody names and nobody used, and leave out what is in use', async () => {
    await open({ known: usage });
    expect(await rowNames()).toEqual(['RUN npm', '<untagged> 000100010001', '<untagged> 000200020002']);
    expect(within(await row(/0002/)).getByRole('checkbox')).toHaveProperty('checked', false);
    expect((await row(/0002/)).textContent).toContain('in use by the container web');
    expect(selection()).toBe(`${freedByDefault} would be freed by 2 of 3.`);
  });

  it('change what is offered as soon as they are changed', async () => {
    await open({ known: usage });
    await table();
    await fireEvent.input(screen.getByRole('textbox', { name: 'Tags to keep in each repository' }), {
      target: { value: '1' },
    });
    expect(screen.getByRole('checkbox', { name: 'Older tags' })).toHaveProperty('checked', true);
    const older = await row(/app:newest/);
    expect(older.textContent).toContain('only the name: app:3 is the same image');
    await fireEvent.click(
      screen.getByRole('checkbox', {
        name: 'Untagged images, which newer builds of the same name have left behind',
      }),
    );
    expect((await rowNames()).some((name) => name.includes('untagged'))).toBe(false);
  });

  it('say what is no number, and go on with the last that was', async () => {
    await open({ known: usage });
    await table();
    const days = screen.getByRole('textbox', { name: 'Days the build cache is unused' });
    await fireEvent.input(days, { target: { value: 'many' } });
    expect(days.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/until then it is 30/)).toBeDefined();
    expect(await rowNames()).toContain('RUN npm');
  });

  it('that offer nothing leave nothing to remove', async () => {
    await open({
      known: {
        ...usage,
        images: [],
        containers: [],
        cache: [],
        volumes: [{ name: 'v', bytes: 1, containers: 0 }],
      },
    });
    await table();
    expect(selection()).toBe('Nothing falls under these rules.');
    expect(reviewButton()).toHaveProperty('disabled', true);
  });
});

describe('a clean-up', () => {
  it('removes what is chosen, no more, once it was reviewed, and measures again', async () => {
    const later = { ...usage, measuredAt: usage.measuredAt + 1, images: usage.images.slice(1), cache: [] };
    const report: CleanUpReport = {
      rows: [
        { name: '000100010001', result: { kind: 'removed' } },
        { name: 'RUN npm', result: { kind: 'refused', why: 'A build uses it.' } },
      ],
      freed: 3 * MB,
      cancelled: false,
    };
    await open({ known: usage, next: later, report });
    const dialog = await review();
    expect(words(dialog.getByText(/would be freed by removing/))).toBe(
      `${freedByDefault} would be freed by removing 1 untagged image and 1 record of the build cache.`,
    );
    expect(dialog.queryByRole('checkbox')).toBeNull();
    await fireEvent.click(dialog.getByRole('button', { name: 'Remove' }));

    const result = within(await screen.findByRole('region', { name: 'Last clean-up' }));
    expect(asked).toEqual([{ tags: [], images: [usage.images[0]!.id], cache: ['npm'], force: false }]);
    expect(result.getByText('3 MB freed: 1 removed, 1 refused.')).toBeDefined();
    expect(result.getByText('Refused: A build uses it.')).toBeDefined();
    await waitFor(async () => expect(await rowNames()).toEqual(['<untagged> 000200020002']));
    await fireEvent.click(result.getByRole('button', { name: 'Put the report away' }));
    expect(screen.queryByRole('region', { name: 'Last clean-up' })).toBeNull();
  });

  it('takes what is in use only when that is asked for, each time anew', async () => {
    await open({ known: usage });
    await fireEvent.click(within(await row(/0002/)).getByRole('checkbox'));
    let dialog = await review();
    const force = () => dialog.getByRole('checkbox', { name: /in use by containers/ });
    await fireEvent.click(force());
    expect(within(dialog.getByRole('list', { name: 'What goes' })).getAllByRole('listitem')).toHaveLength(3);
    await fireEvent.click(dialog.getByRole('button', { name: 'Keep all' }));
    dialog = await review();
    expect(force()).toHaveProperty('checked', false);
    await fireEvent.click(force());
    await fireEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({ force: true, images: expect.arrayContaining([usage.images[1]!.id]) });
  });

  it('gives back a name whose image stayed', async () => {
    const image = usage.images[2]!.id;
    const rows: CleanUpReport['rows'] = [
      { name: 'app:newest', result: { kind: 'untagged', image, why: 'It is also app:3.' } },
    ];
    await open({ known: usage, next: usage, report: { rows, freed: 0, cancelled: false } });
    await fireEvent.click((await review()).getByRole('button', { name: 'Remove' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Put app:newest back' }));
    expect(await screen.findByText('The name is back.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Put app:newest back' })).toBeNull();
  });
});
