/** What a page of Strata's could not do even if somebody else's code ran in it. */
import { expect } from '@playwright/test';
import type {} from '../../src/renderer/env.js';
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
  const outside = await page.evaluate(async () => (await fetch('strata://app/..%2fmain%2findex.js')).status);
  expect(outside).toBe(404);
});

test('the page leads nowhere: not by navigation, not by a new window', async ({ strata }) => {
  const { app, page } = strata;
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
  // A link for people goes to their browser, and only over https.
  const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  expect(opened).toEqual(['https://example.com/docs']);
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
