import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import { fakeClient } from '../../../../tests/support/fake-client.js';
import type { KeychainState, Login, LoginKept } from '../../../shared/contract/registry.js';
import { FailureError } from '../../../shared/failure.js';
import { LoginsState } from '../../state/logins.svelte.js';
import LoginDialog from './LoginDialog.svelte';

afterEach(cleanup);

type Sent = { registry: string; username: string; secret: string; keep: LoginKept };

const locked: KeychainState = {
  available: false,
  failure: { code: 'keychain-unavailable', title: 'The keychain is locked', detail: 'It did not answer.' },
};

async function open(keychain: KeychainState, answer: (sent: Sent) => Login) {
  const sent: Sent[] = [];
  const { client } = fakeClient({
    registry: {
      logins: () => Promise.resolve({ logins: [], keychain }),
      login: (attempt) => {
        sent.push(attempt);
        return Promise.resolve().then(() => answer(attempt));
      },
    },
  });
  const logins = new LoginsState(client);
  await logins.load();
  render(LoginDialog, { logins, open: true });
  await screen.findByRole('dialog', { name: 'Log in' });
  return sent;
}

async function fillIn(secret: string): Promise<void> {
  await fireEvent.input(screen.getByLabelText('Registry'), { target: { value: ' ghcr.io ' } });
  await fireEvent.input(screen.getByLabelText('Username'), { target: { value: 'kim' } });
  await fireEvent.input(screen.getByLabelText('Password or token'), { target: { value: secret } });
  await fireEvent.click(screen.getByRole('button', { name: 'Log in' }));
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const accepted = ({ registry, username, keep }: Sent): Login => ({ registry, username, kept: keep });

it('keeps a login in the keychain unless told otherwise, and closes when it was accepted', async () => {
  const sent = await open({ available: true }, accepted);
  expect(radio('Keep in the system keychain').checked).toBe(true);
  await fillIn('token');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([
    { registry: 'ghcr.io', username: 'kim', secret: 'token', keep: 'keychain', ends: 'never' },
  ]);
});

it('sends an identity token without a username', async () => {
  const sent = await open({ available: true }, accepted);
  await fireEvent.click(screen.getByRole('checkbox', { name: /identity token/ }));
  expect(screen.queryByLabelText('Username')).toBeNull();
  await fireEvent.input(screen.getByLabelText('Registry'), { target: { value: 'ghcr.io' } });
  await fireEvent.input(screen.getByLabelText('Password or token'), { target: { value: 'refresh' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Log in' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({ username: '<token>', secret: 'refresh' });
});

it('offers only this session without a keychain, and says why', async () => {
  const sent = await open(locked, accepted);
  expect(radio('Keep in the system keychain').disabled).toBe(true);
  expect(radio('Only until Strata quits').checked).toBe(true);
  expect(screen.getByRole('dialog').textContent).toContain('The keychain is locked');
  await fillIn('token');
  await waitFor(() => expect(sent[0]?.keep).toBe('session'));
});

it('keeps what was typed when the registry refuses', async () => {
  await open({ available: true }, () => {
    throw new FailureError({
      code: 'auth-rejected',
      title: 'ghcr.io does not accept this login',
      detail: '',
    });
  });
  await fillIn('wrong');
  expect((await screen.findByRole('alert')).textContent).toContain('ghcr.io does not accept this login');
  expect(screen.getByLabelText<HTMLInputElement>('Username').value).toBe('kim');
  expect(screen.getByLabelText<HTMLInputElement>('Password or token').value).toBe('wrong');
});

it('can’t be sent before it is complete', async () => {
  await open({ available: true }, accepted);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Log in' }).disabled).toBe(true);
});

it('asks a keychain again that could not be used, and keeps what was typed', async () => {
  const answers: KeychainState[] = [locked, locked, { available: true }];
  const { client } = fakeClient({
    registry: { logins: () => Promise.resolve({ logins: [], keychain: answers.shift() ?? locked }) },
  });
  const logins = new LoginsState(client);
  await logins.load();
  render(LoginDialog, { logins, open: true });
  await screen.findByRole('dialog', { name: 'Log in' });
  const name = screen.getByLabelText<HTMLInputElement>('Username');
  await fireEvent.input(name, { target: { value: 'kim' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(answers).toHaveLength(1));
  expect(radio('Keep in the system keychain').disabled).toBe(true);
  await fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(radio('Keep in the system keychain').disabled).toBe(false));
  expect(radio('Keep in the system keychain').checked).toBe(true);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  expect(name.value).toBe('kim');
});
