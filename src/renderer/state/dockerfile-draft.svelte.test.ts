import { describe, expect, it, vi } from 'vitest';
import type { DockerfileText } from '../../shared/contract/builds.js';
import type { Failure, Result } from '../../shared/failure.js';
import { DockerfileDraft } from './dockerfile-draft.svelte.js';

const file = (text: string, revision = text): DockerfileText => ({
  path: 'Dockerfile',
  text,
  revision,
  isWhole: true,
  stages: [],
  arguments: [],
});
const conflict: Failure = { code: 'conflict', title: 'Dockerfile has changed meanwhile', detail: '' };
const gone: Failure = { code: 'not-found', title: 'There is no Dockerfile', detail: '' };

type Save = { text: string; revision: string | null };

/** A draft of `text`, and what its saves are answered with. */
function draftOf(
  text: string,
  answer: (asked: Save) => Result<DockerfileText> = ({ text: saved }) => ({ ok: true, value: file(saved) }),
) {
  const onDisk = { now: file(text) };
  const saveDockerfile = vi.fn((asked: Save) => Promise.resolve(answer(asked)));
  const dockerfile = () => Promise.resolve({ ok: true as const, value: onDisk.now });
  const draft = new DockerfileDraft('/app', file(text), { dockerfile, saveDockerfile });
  return { draft, onDisk, saveDockerfile };
}

describe('a Dockerfile that is edited', () => {
  it('is saved over the text that it was made from, in the file’s own kind of lines', async () => {
    const { draft, saveDockerfile } = draftOf('FROM a\r\n');
    expect(draft.isDirty).toBe(false);
    draft.replace('FROM b\nRUN c\n');
    expect(draft.isDirty).toBe(true);
    expect(await draft.save()).toMatchObject({ ok: true });
    expect(saveDockerfile.mock.calls[0]?.[0]).toMatchObject({
      text: 'FROM b\r\nRUN c\r\n',
      revision: 'FROM a\r\n',
    });
    expect(draft.isDirty).toBe(false);
  });

  it('without edits follows the file', () => {
    const { draft } = draftOf('FROM a');
    draft.take(file('FROM b'));
    expect(draft).toMatchObject({ text: 'FROM b', isDirty: false, elsewhere: null });
  });

  it('with edits is never replaced unasked', () => {
    const { draft } = draftOf('FROM a');
    draft.replace('FROM mine');
    draft.take(file('FROM theirs'));
    expect(draft).toMatchObject({ text: 'FROM mine', isDirty: true, elsewhere: { type: 'text' } });
    draft.takeTheirs();
    expect(draft).toMatchObject({ text: 'FROM theirs', isDirty: false, elsewhere: null });
  });

  it('kept against the file’s text is saved over that one', async () => {
    const { draft, saveDockerfile } = draftOf('FROM a');
    draft.replace('FROM mine');
    draft.take(file('FROM theirs'));
    draft.keepMine();
    await draft.save();
    expect(saveDockerfile.mock.calls[0]?.[0].revision).toBe('FROM theirs');
  });

  it('whose file is gone can be written anew', async () => {
    const { draft, saveDockerfile } = draftOf('FROM a');
    draft.lose(gone);
    expect(draft.elsewhere).toMatchObject({ type: 'gone' });
    draft.keepMine();
    expect(draft.isDirty).toBe(true);
    await draft.save();
    expect(saveDockerfile.mock.calls[0]?.[0]).toMatchObject({ text: 'FROM a', revision: null });
    expect(draft.isDirty).toBe(false);
  });

  it('takes what it hears of its own save for that, also when more was typed meanwhile', async () => {
    const { draft } = draftOf('FROM a');
    draft.replace('FROM b');
    const saving = draft.save();
    draft.replace('FROM b2');
    draft.take(file('FROM b'));
    expect(draft.elsewhere).toBeNull();
    await saving;
    expect(draft).toMatchObject({ text: 'FROM b2', isDirty: true, elsewhere: null });
  });

  it('refused because the file is another shows that one instead of a failure', async () => {
    const { draft, onDisk } = draftOf('FROM a', () => ({ ok: false, failure: conflict }));
    draft.replace('FROM mine');
    onDisk.now = file('FROM theirs');
    expect(await draft.save()).toMatchObject({ ok: false });
    expect(draft).toMatchObject({ failure: null, elsewhere: { type: 'text' }, text: 'FROM mine' });
  });

  it('that can’t be written says why, and stays as it is typed', async () => {
    const full: Failure = { code: 'disk-full', title: 'Dockerfile can’t be written', detail: '' };
    const { draft } = draftOf('FROM a', () => ({ ok: false, failure: full }));
    draft.replace('FROM mine');
    await draft.save();
    expect(draft).toMatchObject({ failure: full, text: 'FROM mine', isDirty: true });
  });
});
