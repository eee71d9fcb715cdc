/** What a page of Strata's could not do even if somebody else's code ran in it. */
import { expect } from '@playwright/test';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type {} from '../../src/renderer/env.js';
import { createServer } from 'vite';
import config from '../../electron.vite.config.js';
import { PAGE_POLICY } from '../../src/shared/page-policy.js';
import { certificateFor } from '../support/certificate.js';
import { test } from './test.js';

test('the page has no node, no eval, no permission, and no file beyond its own', async ({ strata }) => {
  const { page } = strata;
  expect(await page.evaluate(() => [typeof require, typeof process, typeof module])).toEqual([
    'undefined',
    'undefined',
    'undefined',
  ]);
  expect(await page.evaluate(() => Object.keys(window.strata).sort())).toEqual([
    'invoke',
    'pathOf',
    'stream',
  ]);

  const blocked = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'document.title = "owned"';
        document.body.append(script);
      }),
  );
  expect(blocked).toBe('script-src-elem');
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  const served = await page.evaluate(async () => {
    const statusOf = (path: string): Promise<number | null> =>
      fetch(`strata://app/${path}`).then(
        ({ status }) => status,
        () => null,
      );
    const { headers } = await fetch('strata://app/index.html');
    return {
      policy: headers.get('content-security-policy'),
      sniffed: headers.get('x-content-type-options'),
      own: await statusOf('index.html'),
      outside: await statusOf('..%2fmain%2findex.js'),
      missing: await statusOf('nothing.js'),
    };
  });
  expect(served).toEqual({
    policy: PAGE_POLICY,
    sniffed: 'nosniff',
    own: 200,
    outside: null,
    missing: null,
  });
});

test('the page leads nowhere: not by navigation, not by a new window', async ({ strata }) => {
  const { app, page } = strata;
  await strata.answerWith('Open in the browser');
  await app.evaluate(({ shell, webContents }) => {
    const opened: string[] = [];
    const [contents] = webContents.getAllWebContents();
    const navigation = new Promise((resolve) => {
      contents?.on('will-navigate', (event) => setImmediate(() => resolve(event.defaultPrevented)));
    });
    Object.assign(globalThis, { opened, navigation });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const before = page.url();
  await page.evaluate(() => {
    window.open('file:///etc/passwd');
    window.open('https://example.com/docs');
    location.href = 'https://example.com/';
  });
  expect(
    await app.evaluate(() => (globalThis as unknown as { navigation: Promise<boolean> }).navigation),
  ).toBe(true);
  // Asked through main: Playwright goes on waiting for a navigation that was prevented.
  const after = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  expect(after).toEqual([before]);
  // A link for people goes to their browser once they were asked, and only over https.
  const questions = await strata.questions();
  expect(questions).toEqual([expect.stringContaining('https://example.com/docs')]);
  const opened = (): Promise<string[]> =>
    app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened).toEqual(['https://example.com/docs']);
});

test('the page gets no device, no screen, no clipboard, no web view, no frame and no download', async ({
  strata,
}) => {
  const { app, page } = strata;
  await app.evaluate(({ session }) => {
    const downloads: boolean[] = [];
    Object.assign(globalThis, { downloads });
    session.defaultSession.on('will-download', (event) => downloads.push(event.defaultPrevented));
  });
  const refusals = await page.evaluate(async () => {
    const refused = (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'given',
        () => 'refused',
      );
    const devices = navigator as unknown as Record<'usb' | 'hid', { getDevices: () => Promise<unknown[]> }>;
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    const frame = document.createElement('iframe');
    frame.src = 'data:text/html,hello';
    const link = document.createElement('a');
    link.href = 'data:application/octet-stream,hello';
    link.download = 'hello.bin';
    document.body.append(view, frame, link);
    link.click();
    const seen = {
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await refused(navigator.clipboard.readText()),
      place: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('refused'),
        ),
      ),
      usb: await devices.usb.getDevices(),
      hid: await devices.hid.getDevices(),
      elsewhere: await refused(fetch('https://example.com/')),
      view: 'loadURL' in view,
    };
    for (const part of [view, frame, link]) part.remove();
    return seen;
  });
  expect(refusals).toEqual({
    camera: 'refused',
    screen: 'refused',
    clipboard: 'refused',
    place: 'refused',
    usb: [],
    hid: [],
    elsewhere: 'refused',
    view: false,
  });
  const downloads = (): Promise<boolean[]> =>
    app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
  await expect.poll(downloads).toEqual([true]);
  expect(strata.output()).not.toContain('uncaught');
});

test('main answers only what the contract names, and only the page itself', async ({ strata }) => {
  const { page } = strata;
  const refused = await page.evaluate(() =>
    window.strata.invoke('images.nothing', undefined).catch((error: unknown) => String(error)),
  );
  expect(refused).toContain('no such call');
  const malformed = await page.evaluate(() => window.strata.invoke('images.inspect', { image: 7 }));
  expect(malformed).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });

  // The preload runs in the main frame alone, so a frame inside it has no bridge at all.
  const bridge = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve));
    const found = typeof (frame.contentWindow as unknown as { strata?: unknown }).strata;
    frame.remove();
    return found;
  });
  expect(bridge).toBe('undefined');
});

test('in development a page may no more than in the app', async ({ launch }) => {
  const server = await createServer({
    ...config.renderer,
    configFile: false,
    logLevel: 'silent',
    server: { ...config.renderer?.server, port: 0, host: '127.0.0.1' },
  });
  await server.listen();
  try {
    const address = server.resolvedUrls?.local[0] ?? '';
    const { page } = await launch({ env: { ELECTRON_RENDERER_URL: address } });
    await expect(page.getByRole('heading', { name: 'Images' })).toBeVisible({ timeout: 30_000 });
    expect(page.url()).toContain(address);
    const refused = await page.evaluate(async () => {
      const policy = (await fetch(location.href)).headers.get('content-security-policy');
      const script = document.createElement('script');
      script.textContent = 'window.wasRun = true';
      document.head.append(script);
      const elsewhere = await fetch('http://127.0.0.1:1/').then(
        () => 'answered',
        (error: unknown) => (error as Error).message,
      );
      return { policy, wasRun: 'wasRun' in window, elsewhere };
    });
    expect(refused).toEqual({ policy: PAGE_POLICY, wasRun: false, elsewhere: 'Failed to fetch' });
  } finally {
    await server.close();
  }
});

test('an address whose certificate doesn’t hold is asked nothing', async ({ strata }) => {
  const { key, cert } = await certificateFor('127.0.0.1');
  let asked = 0;
  const server = createHttpsServer({ key, cert }, (_request, answer) => {
    asked += 1;
    answer.end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const outcome = await strata.app.evaluate(async ({ BrowserWindow }, address) => {
      const window = new BrowserWindow({ show: false });
      const loaded = await window.loadURL(address).then(
        () => 'loaded',
        (error: unknown) => (error as NodeJS.ErrnoException).code,
      );
      window.destroy();
      return loaded;
    }, `https://127.0.0.1:${port}/`);
    expect(outcome).toMatch(/^ERR_CERT_/);
    expect(asked).toBe(0);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
