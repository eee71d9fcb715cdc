import { expect, it } from 'vitest';
import { lastLineOf } from './instruction-lines.js';

it('is the line itself for an instruction on one line', () => {
  expect(lastLineOf(['FROM alpine', 'RUN true'], 1)).toBe(1);
});

it('goes on over continued lines, comments and empty lines between them', () => {
  const lines = ['FROM alpine', 'RUN apk add \\', '  # the init', '', '  tini \\', '  && true', 'CMD ["sh"]'];
  expect(lastLineOf(lines, 2)).toBe(6);
});

it('follows the escape directive', () => {
  expect(lastLineOf(['# escape=`', 'FROM nanoserver', 'COPY a `', '  c:\\', 'RUN dir'], 3)).toBe(4);
});

it('ends with the file', () => {
  expect(lastLineOf(['RUN a \\'], 1)).toBe(1);
  expect(lastLineOf([], 3)).toBe(3);
});
