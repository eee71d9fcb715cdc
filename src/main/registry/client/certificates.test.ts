import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCertificates } from './certificates.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'strata-certs-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function put(place: string, name: string, text: string): void {
  mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(join(folder, place, name), text);
}

it('a registry’s own authority is believed beside those that everybody knows', () => {
  put('registry.example.com:5000', 'ca.crt', 'OURS');
  const found = readCertificates('registry.example.com:5000', [folder], undefined);
  expect(found?.ca).toEqual([...rootCertificates, 'OURS']);
  expect(found).not.toHaveProperty('cert');
  expect(readCertificates('registry.example.com', [folder], undefined)).toBeNull();
});

it('who asks is told where there is a pair for it, and not with half of one', () => {
  put('a.example', 'client.cert', 'CERT');
  expect(readCertificates('a.example', [folder], undefined)).toBeNull();
  put('a.example', 'client.key', 'KEY');
  expect(readCertificates('a.example', [folder], undefined)).toMatchObject({ cert: 'CERT', key: 'KEY' });
});

it('authorities of NODE_EXTRA_CA_CERTS stay believed, and a file that can’t be read is none', () => {
  put('b.example', 'ca.crt', 'OURS');
  put('.', 'extra.pem', 'EXTRA');
  expect(readCertificates('b.example', [folder], join(folder, 'extra.pem'))?.ca.slice(-2)).toEqual([
    'EXTRA',
    'OURS',
  ]);
  expect(readCertificates('b.example', [folder], join(folder, 'missing'))?.ca.at(-1)).toBe('OURS');
});

it('a host’s name leads to no other folder', () => {
  put('.', 'ca.crt', 'OUTSIDE');
  mkdirSync(join(folder, 'certs.d'));
  for (const host of ['..', '.', '', '../..', 'a/../..'])
    expect(readCertificates(host, [join(folder, 'certs.d')], undefined)).toBeNull();
});
