import { describe, expect, it } from 'vitest';
import { lineForm } from './line-form.js';

describe('a text file in the editor', () => {
  it.each([
    '',
    'FROM a\n',
    'FROM a\r\nRUN b\r\n',
    '\uFEFFFROM a\r\n',
    'a\r\nb\nc',
    'a\rb\n',
    'no end',
    '\r\n',
  ])('comes back as it was: %j', (file) => {
    const form = lineForm(file);
    expect(form.toFile(form.text)).toBe(file);
  });

  it('is edited with plain lines, and keeps its own kind of them', () => {
    const form = lineForm('\uFEFFFROM a\r\nRUN b\r\n');
    expect(form.text).toBe('FROM a\nRUN b\n');
    expect(form.toFile('FROM a\nRUN c\n')).toBe('\uFEFFFROM a\r\nRUN c\r\n');
  });

  it('of mixed lines shows which is which', () => {
    expect(lineForm('a\r\nb\n').text).toBe('a\r\nb\n');
  });
});
