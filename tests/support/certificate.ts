/** Certificates that no authority has signed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, run } from './processes.js';

/** One signed by itself, for an IP address. PEM. */
export async function certificateFor(
  address: string,
): Promise<{ readonly key: string; readonly cert: string }> {
  const folder = await makeFolder('certificate');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', key, '-out', cert, '-days', '1', '-subj', '/CN=a test'],
    ...['-addext', `subjectAltName=IP:${address}`],
  ]);
  return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
}
