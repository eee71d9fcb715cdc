/** An engine of the run's own that is reached by TLS alone, with an authority made for it. */
import { join } from 'node:path';
import { startEngine, type EngineOptions, type TestEngine } from './engine.js';
import { findFreePort, makeFolder, run } from './processes.js';

export type TlsEngine = TestEngine & {
  readonly port: number;
  /** With `ca.pem`, `cert.pem` and `key.pem` of somebody whom it lets in. The engine's own name in its certificate is localhost. */
  readonly certificates: string;
};

export async function startTlsEngine(options: EngineOptions = {}): Promise<TlsEngine> {
  const certificates = await makeFolder('tls');
  await makeCertificates(certificates);
  const port = await findFreePort();
  const pem = (name: string): string => join(certificates, `${name}.pem`);
  const engine = await startEngine({
    ...options,
    args: [
      ...(options.args ?? []),
      ...['--host', `tcp://127.0.0.1:${port}`, '--tlsverify', '--tlscacert', pem('ca')],
      ...['--tlscert', pem('server'), '--tlskey', pem('server-key')],
    ],
  });
  return { ...engine, port, certificates };
}

/** An authority, and a certificate of it for the engine (as localhost) and for who asks. */
async function makeCertificates(folder: string): Promise<void> {
  const openssl = (...args: readonly string[]): Promise<string> => run('openssl', args, { cwd: folder });
  const key = ['-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  await openssl('req', '-x509', ...key, '-keyout', 'ca-key.pem', '-out', 'ca.pem', '-subj', '/CN=test');
  for (const [name, keyFile, extension] of [
    ['server', 'server-key.pem', 'subjectAltName=DNS:localhost'],
    ['cert', 'key.pem', 'extendedKeyUsage=clientAuth'],
  ] as const) {
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-addext', extension];
    const out = ['-keyout', keyFile, '-out', `${name}.pem`, '-subj', '/CN=x'];
    await openssl('req', '-x509', ...key, ...by, ...out);
  }
}
