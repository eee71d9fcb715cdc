import { afterEach, expect, it, vi } from 'vitest';
import { fakeClient, type FakeClient } from '../../../../../tests/support/fake-client.js';
import type { ContextReport, ContextUpdate } from '../../../../shared/contract/context.js';
import { ContextView } from './context-view.svelte.js';

let fake: FakeClient;
afterEach(() => fake.end());

const place = { folder: '/app', dockerfile: 'Dockerfile' };
const report = (survey: string): ContextReport => ({
  survey,
  ignoreFile: null,
  sent: { files: 1, bytes: 1 },
  left: { files: 0, bytes: 0, isWhole: true },
  problems: [],
  problemCount: 0,
  suggestions: [],
  canUndo: false,
});

function view() {
  const emits: ((update: ContextUpdate) => void)[] = [];
  const ended: number[] = [];
  const asked: string[] = [];
  fake = fakeClient({
    context: {
      survey: (_place, emit) => {
        const at = emits.push(emit) - 1;
        return Promise.resolve(() => void ended.push(at));
      },
      children: ({ survey, path, from, withIgnored }) => {
        asked.push(`${survey}:${path}:${from}${withIgnored ? ' all' : ''}`);
        const none = { files: 0, bytes: 0 };
        const node = {
          name: `${path}d`,
          path: `${path}d`,
          kind: 'folder',
          target: null,
          sent: none,
          left: none,
          ignoredBy: null,
          onlyForEngine: false,
          hasChildren: true,
        } as const;
        return Promise.resolve({ nodes: [node], total: 3 });
      },
    },
  });
  return { view: new ContextView(fake.client.context), emits, ended, asked };
}

it('keeps what an earlier look has found, and what was unfolded, until another look is done', async () => {
  const { view: shown, emits, ended, asked } = view();
  shown.look(place);
  await vi.waitFor(() => expect(emits).toHaveLength(1));
  emits[0]!({ type: 'counting', sent: { files: 5, bytes: 9 } });
  expect(shown.counting?.files).toBe(5);
  emits[0]!({ type: 'report', report: report('one') });
  await vi.waitFor(() => expect(shown.report?.survey).toBe('one'));
  await shown.toggle('d');
  expect(shown.pages.get('d')?.nodes).toHaveLength(1);
  await shown.more('d');
  expect(shown.pages.get('d')?.nodes).toHaveLength(2);

  shown.look(place);
  expect(shown.report?.survey).toBe('one');
  expect(ended).toEqual([]);
  await vi.waitFor(() => expect(emits).toHaveLength(2));
  emits[1]!({ type: 'report', report: report('two') });
  await vi.waitFor(() => expect(shown.report?.survey).toBe('two'));
  expect(ended).toEqual([0]);
  expect(shown.isOpen('d')).toBe(true);
  expect(asked).toEqual(['one::0', 'one:d:0', 'one:d:1', 'two::0', 'two:d:0']);
  shown.stop();
  expect(ended).toEqual([0, 1]);
});

it('shows nothing of one project in another, and hears no look that was given up', async () => {
  const { view: shown, emits } = view();
  shown.look(place);
  shown.look({ ...place, folder: '/other' });
  await vi.waitFor(() => expect(emits).toHaveLength(2));
  emits[0]!({ type: 'report', report: report('one') });
  emits[1]!({
    type: 'failed',
    failure: { code: 'not-found', title: 'Gone', detail: '' },
  });
  await vi.waitFor(() => expect(shown.result).toMatchObject({ ok: false }));
  expect(shown.report).toBeNull();
});
