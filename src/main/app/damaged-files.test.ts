import { expect, it } from 'vitest';
import { createDamagedFiles } from './damaged-files.js';

const error = new Error('cut');

it('tells of many layers in one word, and logs each', () => {
  const logged: string[] = [];
  const damaged = createDamagedFiles({ error: (message) => void logged.push(message) });
  const heard: number[] = [];
  damaged.follow((files) => heard.push(files.length));
  damaged.add({ what: 'settings', aside: '/h/settings.json.damaged-1', error });
  for (let at = 0; at < 3; at++) damaged.add({ what: 'layers', aside: `/h/layers/${at}.damaged-1`, error });
  damaged.add({ what: 'builds', aside: '/h/builds/a.damaged-1', error });
  damaged.add({ what: 'builds', aside: '/h/builds/b.damaged-1', error });
  expect(damaged.list()).toEqual([
    { what: 'settings', aside: '/h/settings.json.damaged-1', more: 0 },
    { what: 'layers', aside: '/h/layers/0.damaged-1', more: 2 },
    { what: 'builds', aside: '/h/builds/a.damaged-1', more: 0 },
    { what: 'builds', aside: '/h/builds/b.damaged-1', more: 0 },
  ]);
  expect(heard).toEqual([1, 2, 2, 2, 3, 4]);
  expect(logged).toHaveLength(6);
});

it('begins anew after what was told is dismissed', () => {
  const damaged = createDamagedFiles({ error: () => undefined });
  damaged.add({ what: 'layers', aside: '/h/layers/a.damaged-1', error });
  damaged.dismiss();
  damaged.add({ what: 'layers', aside: '/h/layers/b.damaged-1', error });
  expect(damaged.list()).toEqual([{ what: 'layers', aside: '/h/layers/b.damaged-1', more: 0 }]);
});
