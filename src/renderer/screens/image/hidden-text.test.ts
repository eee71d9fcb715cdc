import { describe, expect, it } from 'vitest';
import { hideInInstruction, hideInRecord } from './hidden-text.js';

describe('an instruction', () => {
  it.each([
    ['ENV LANG=C.UTF-8 NPM_TOKEN=abc def PORT=80', 'ENV LANG=C.UTF-8 NPM_TOKEN=(hidden) PORT=80'],
    ['ARG DB_PASSWORD=canary', 'ARG DB_PASSWORD=(hidden)'],
    ['ARG DB_PASSWORD', 'ARG DB_PASSWORD'],
    ['ONBUILD ENV API_KEY="a b"', 'ONBUILD ENV API_KEY=(hidden)'],
    [
      "RUN TOKEN='a b' npm ci && export API_KEY=x; run",
      'RUN TOKEN=(hidden) npm ci && export API_KEY=(hidden); run',
    ],
    [
      'RUN TOKEN=$TOKEN TOKEN="$(cat /run/secrets/t)" npm ci',
      'RUN TOKEN=$TOKEN TOKEN="$(cat /run/secrets/t)" npm ci',
    ],
    ['RUN git clone https://ada:s3cret@example.org/a', 'RUN git clone https://ada:(hidden)@example.org/a'],
    ['COPY --from=build /a /b', 'COPY --from=build /a /b'],
  ])('“%s” reads “%s”', (text, shown) => expect(hideInInstruction(text)).toBe(shown));

  it('of any length is read in time', () => {
    const hostile = [
      'TOKEN='.repeat(40_000),
      ' '.repeat(250_000),
      `RUN ${'A="'.repeat(80_000)}`,
      'token'.repeat(50_000),
    ];
    for (const text of hostile) expect(hideInInstruction(`ENV ${text}_file=x`).length).toBeGreaterThan(0);
  });
});

describe('a record', () => {
  it('hides the values of variables wherever they stand, and stays a record', () => {
    const record = {
      Env: ['PATH=/bin', 'NPM_TOKEN=canary "quoted"', 'URL=postgres://ada:canary@db/app'],
      Cmd: ['/bin/sh', '-c', '#(nop) ', 'ENV NPM_TOKEN=canary'],
      Author: 'Ada',
    };
    const shown = hideInRecord(JSON.stringify(record));
    expect(shown).not.toContain('canary');
    expect(JSON.parse(shown)).toMatchObject({
      Env: ['PATH=/bin', 'NPM_TOKEN=(hidden)', 'URL=(hidden)'],
      Author: 'Ada',
    });
  });

  it('that is cut off or has nothing to hide stays as it is otherwise', () => {
    const plain = JSON.stringify({ Env: ['PATH=/bin'], Id: 'a\u202eb' }, null, 2);
    expect(hideInRecord(plain)).toBe(plain);
    expect(hideInRecord('{"Env": ["NPM_TOKEN=cana')).toBe('{"Env": ["(hidden)');
  });
});
