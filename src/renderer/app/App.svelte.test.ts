import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeClient, type FakeClient } from '../../../tests/support/fake-client.js';
import { withoutLayout } from '../../../tests/support/page-sizes.js';
import { sampleImage } from '../../../tests/support/sample-images.js';
import type { EngineStatus } from '../../shared/contract/engine.js';
import { FailureError } from '../../shared/failure.js';
import { createState } from '../state/index.js';
import App from './App.svelte';

const endpoint = { address: 'unix:///run/engine.sock', origin: 'DOCKER_HOST' } as const;
const connected: EngineStatus = {
  state: 'connected',
  endpoint,
  product: 'Docker',
  version: '28.2.2',
  apiVersion: '1.50',
  os: 'linux',
  architecture: 'amd64',
  buildkit: true,
};
const unreachable = {
  state: 'unreachable',
  endpoint,
  failure: {
    code: 'engine-unreachable',
    title: 'No engine answers',
    detail: 'Nothing listens there.',
    remedy: 'Start Docker.',
    cause: 'connect ENOENT',
  },
} as const satisfies EngineStatus;

let fake: FakeClient;
let folders: string[];

beforeAll(withoutLayout);
// Compiled here, which a built app never waits for.
beforeAll(() => import('./OtherScreens.svelte'));
afterEach(async () => {
  cleanup();
  await fake.end();
});

/** An engine that stands as `status`, and after a try as `then`. */
function open(status: EngineStatus, then: EngineStatus = status): void {
  let current = status;
  folders = [];
  fake = fakeClient({
    engine: {
      status: () => Promise.resolve(current),
      reconnect: () => {
        current = then;
        fake.emit.engine.statusChanged(current);
        return Promise.resolve(current);
      },
    },
    images: {
      list: () =>
        current.state === 'connected'
          ? Promise.resolve([sampleImage(1, 'app:1')])
          : Promise.reject(new FailureError(unreachable.failure)),
    },
    builds: {
      project: ({ folder }) => {
        folders.push(folder);
        return Promise.reject(new FailureError({ code: 'not-found', title: 'Not there', detail: '' }));
      },
    },
  });
  render(App, {
    props: { state: createState(fake.client), pathOf: (file: File) => `/home/ada/${file.name}` },
  });
}

describe('the engine', () => {
  it('is named with its version while it answers', async () => {
    open(connected);
    await screen.findByRole('row', { name: 'app:1' });
    expect(screen.getByRole('status', { name: 'Engine' }).textContent).toContain('28.2.2');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that does not answer is told of once: what was tried, what to do, and its own words', async () => {
    open(unreachable);
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getByText(/unix:\/\/\/run\/engine.sock, named by DOCKER_HOST/)).toBeDefined();
    expect(alert.getByText('Start Docker.')).toBeDefined();
    expect(alert.getByText('connect ENOENT')).toBeDefined();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(screen.getByRole('status', { name: 'Engine' }).textContent).toContain('No engine');
  });

  it('is tried again at once when that is asked for, and the images come with it', async () => {
    open(unreachable, connected);
    await fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByRole('row', { name: 'app:1' });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the window', () => {
  it('is titled by its screen, and marks it in the navigation', async () => {
    open(connected);
    await waitFor(() => expect(document.title).toBe('Images – Strata'));
    await fireEvent.click(screen.getByRole('link', { name: 'Settings' }));
    await waitFor(() => expect(document.title).toBe('Settings – Strata'));
    expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBe('page');
  });

  it('gives the keyboard to the screen that was navigated to', async () => {
    open(connected);
    await fireEvent.keyDown(window, { key: '3', ctrlKey: true });
    await screen.findByRole('heading', { name: 'Registries' });
    await waitFor(() => expect(screen.getByRole('main').contains(document.activeElement)).toBe(true));
  });

  it('finds the filter by its key', async () => {
    open(connected);
    await screen.findByRole('row', { name: 'app:1' });
    await fireEvent.keyDown(window, { key: 'f', ctrlKey: true });
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Filter images' }));
  });

  it('finds every action and image by typing, from any screen, and gives the focus back', async () => {
    open(connected);
    await screen.findByRole('row', { name: 'app:1' });
    const link = screen.getByRole('link', { name: 'Settings' });
    link.focus();
    await fireEvent.keyDown(link, { key: 'k', ctrlKey: true });
    const palette = within(await screen.findByRole('dialog', { name: 'Command palette' }));
    const search = palette.getByRole('combobox', { name: 'Search actions and images' });
    expect(palette.getByRole('option', { name: /^Go to Disk/ }).textContent).toContain('Ctrl+4');
    expect(palette.queryByRole('option', { name: /^Push this image/ })).toBeNull();
    await fireEvent.input(search, { target: { value: 'app1' } });
    await waitFor(() => expect(palette.getAllByRole('option')).toHaveLength(1));
    await fireEvent.keyDown(search, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(link);
  });

  it('lists its keys on “?”, but not while that is typed', async () => {
    open(connected);
    await screen.findByRole('row', { name: 'app:1' });
    await fireEvent.keyDown(screen.getByRole('searchbox', { name: 'Filter images' }), { key: '?' });
    expect(screen.queryByRole('dialog')).toBeNull();
    await fireEvent.keyDown(screen.getByRole('main'), { key: '?', shiftKey: true });
    const keys = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }));
    expect(keys.getByText('Go to Images')).toBeDefined();
    expect(keys.getByText('Ctrl+1')).toBeDefined();
  });

  it('leaves a dialog alone while it is open', async () => {
    open(connected);
    await screen.findByRole('row', { name: 'app:1' });
    await fireEvent.keyDown(screen.getByRole('main'), { key: '?', shiftKey: true });
    await fireEvent.keyDown(await screen.findByRole('dialog'), { key: '3', ctrlKey: true });
    expect(screen.queryByRole('heading', { name: 'Registries', hidden: true })).toBeNull();
  });

  it('takes a folder that is dropped anywhere to the build', async () => {
    open(connected);
    const dataTransfer = { types: ['Files'], items: [], files: [new File([], 'shop-api')] };
    await fireEvent.dragOver(window, { dataTransfer });
    expect(screen.getByText(/^Drop a project folder to build it/)).toBeDefined();
    await fireEvent.drop(window, { dataTransfer });
    await waitFor(() => expect(folders).toContain('/home/ada/shop-api'));
    expect(screen.queryByText('Drop a project folder to build it')).toBeNull();
  });
});
