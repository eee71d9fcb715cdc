import { describe, expect, it } from 'vitest';
import { instructionOf } from './instruction.js';

describe('a row of history reads as the Dockerfile did', () => {
  // As Docker Engine 20.10 stores them, BuildKit's first.
  it.each([
    ['RUN /bin/sh -c npm ci # buildkit', 'RUN npm ci'],
    ['RUN |1 Y=x y /bin/sh -c echo hi > /a # buildkit', 'RUN echo hi > /a'],
    ['RUN |2 A= B=1 /bin/bash -o pipefail -c a | b # buildkit', 'RUN a | b'],
    ['RUN |1 Y=x y /bin/sh -e -c echo c > /c # buildkit', 'RUN echo c > /c'],
    ['RUN |1 Y=x y sh -c echo x > /b # buildkit', 'RUN echo x > /b'],
    ['RUN |1 Y=1 npm ci # buildkit', 'RUN npm ci'],
    ['RUN npm ci # buildkit', 'RUN npm ci'],
    ['RUN /bin/sh -c set -x\n  && make\n # buildkit', 'RUN set -x\n  && make'],
    ['COPY package.json /app/ # buildkit', 'COPY package.json /app/'],
    ['CMD ["-c" "a \\"b\\" c"]', 'CMD ["-c", "a \\"b\\" c"]'],
    ['ENTRYPOINT ["sh"]', 'ENTRYPOINT ["sh"]'],
    ['EXPOSE map[80/tcp:{} 443/tcp:{}]', 'EXPOSE 80/tcp 443/tcp'],
    ['VOLUME [/v /w]', 'VOLUME /v /w'],
    ['HEALTHCHECK &{["CMD-SHELL" "true"] "0s" "0s" "0s" \'\\x00\'}', 'HEALTHCHECK CMD true'],
    [
      'HEALTHCHECK &{["CMD" "curl" "-f"] "30s" "5s" "0s" \'\\x03\'}',
      'HEALTHCHECK --interval=30s --timeout=5s CMD ["curl", "-f"]',
    ],
    ['ENV A=1', 'ENV A=1'],
    ['WORKDIR /app', 'WORKDIR /app'],
    ['/bin/sh -c #(nop)  CMD ["sh"]', 'CMD ["sh"]'],
    ['/bin/sh -c #(nop) WORKDIR /app', 'WORKDIR /app'],
    ['/bin/sh -e -c #(nop)  EXPOSE 80', 'EXPOSE 80'],
    ['/bin/bash -o pipefail -c #(nop)  USER 1000', 'USER 1000'],
    [`/bin/sh -c #(nop) COPY file:${'5f'.repeat(32)} in /d/ `, 'COPY … /d/'],
    [`/bin/sh -c #(nop) ADD multi:${'5f'.repeat(32)} in /d/ `, 'ADD … /d/'],
    ['/bin/sh -c npm ci', 'RUN npm ci'],
    ['|1 Y=x y /bin/sh -c true', 'RUN true'],
    ['cmd /S /C #(nop)  CMD ["cmd"]', 'CMD ["cmd"]'],
    ['cmd /S /C dir', 'RUN dir'],
  ])('%s', (stored, read) => expect(instructionOf(stored, '')).toBe(read));
});

it('what no Dockerfile made says what the engine says of it', () => {
  expect(instructionOf('', 'Imported from -')).toBe('Imported from -');
  expect(instructionOf('', ' ')).toBe('No instruction recorded');
});

it('is never slow, whatever is stored', () => {
  const before = performance.now();
  for (const unit of [' -', '/a', ' sh -', '|9 ', '"\\', 'map[', '&{["', ' pipefail', 'sh -c #(nop'])
    for (const start of ['', 'RUN |999 ', 'CMD ["', 'HEALTHCHECK &{[', 'sh '])
      instructionOf(start + unit.repeat(20_000), '');
  expect(performance.now() - before).toBeLessThan(2_000);
});
