import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../shared/failure.js';
import FailureAlert from './FailureAlert.svelte';

afterEach(cleanup);

const failure: Failure = {
  code: 'build-failed',
  title: 'The build failed',
  detail: 'A command ended with 127.',
  remedy: 'Look at the line.',
  cause: '<b>sh: tini: not found</b>',
  source: { file: 'Dockerfile', line: 7 },
};

describe('a failure', () => {
  it('says what happened, where, why and what to do, and keeps the engine’s words one click away', () => {
    render(FailureAlert, { props: { failure } });
    const alert = screen.getByRole('alert');
    for (const words of [
      'The build failed',
      'A command ended with 127.',
      'Look at the line.',
      'Dockerfile:7',
    ])
      expect(alert.textContent).toContain(words);
    expect(screen.getByText('Details').closest('details')?.open).toBe(false);
    // As text, whatever it holds.
    expect(screen.getByText('<b>sh: tini: not found</b>')).toBeDefined();
  });

  it('offers no details and no second try where there are none', () => {
    render(FailureAlert, { props: { failure: { code: 'unexpected', title: 'No', detail: '' } } });
    expect(screen.queryByText('Details')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is tried again by its button', async () => {
    let tries = 0;
    render(FailureAlert, { props: { failure, onretry: () => tries++ } });
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(tries).toBe(1);
  });
});
