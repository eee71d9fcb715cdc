import { expect, it } from 'vitest';
import { hidden } from './hidden.js';

it('only names of helpers and of the context are shown', () => {
  const text = `{
  "auths": { "ghcr.io": { "auth": "c4nary", "more": ["c4nary"], "number": 4242 } },
  "CredsStore": "pass", "credHelpers": { "quay.io": "gcloud" }, "currentContext": "work",
  "proxies": { "default": { "httpProxy": "http://ada:c4nary@proxy" } }, "unknown": "c4nary"
}`;
  const shown = hidden(text);
  expect(shown).not.toMatch(/c4nary|4242/);
  for (const name of ['ghcr.io', '"pass"', '"gcloud"', '"work"', 'httpProxy', 'unknown'])
    expect(shown).toContain(name);
  expect(shown.split('\n')).toHaveLength(text.split('\n').length);
});

it('no line of an old file shows its value', () => {
  expect(hidden('auth = YWRhOmM0bmFyeQ==\nemail = a@b.example\nYWRhOmM0bmFyeQ==\n')).toBe(
    'auth = [hidden]\nemail = [hidden]\n[hidden]\n',
  );
});

it('an odd place for a helper’s name shows nothing', () => {
  const odd = '{"credHelpers":"c4nary","credsStore":{"x":"c4nary"},"CREDHELPERS":{"x":{"y":"c4nary"}}}';
  expect(hidden(odd)).not.toContain('c4nary');
});
