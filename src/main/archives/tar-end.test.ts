import { describe, expect, it } from 'vitest';
import { createTarEnd } from './tar-end.js';

const whole = Buffer.concat([Buffer.alloc(512, 'a'), Buffer.alloc(1024)]);

describe('the end of a tar', () => {
  it('is found however the chunks fall', () => {
    for (const size of [1, 7, 512, 1000, 4096]) {
      const end = createTarEnd();
      for (let at = 0; at < whole.length; at += size) end.push(whole.subarray(at, at + size));
      expect(end.isWhole()).toBe(true);
      expect(end.bytes()).toBe(whole.length);
    }
  });

  it('is missed in a cut one, in an empty one, and in one with a failure behind it', () => {
    for (const text of [whole.subarray(0, 1024), Buffer.alloc(0), whole.subarray(0, -1)]) {
      const end = createTarEnd();
      end.push(text);
      expect(end.isWhole()).toBe(false);
    }
    const end = createTarEnd();
    end.push(Buffer.concat([Buffer.alloc(512, 'a'), Buffer.from('{"error":"no space left on device"}')]));
    expect(end.isWhole()).toBe(false);
    expect(end.tail()).toBe('{"error":"no space left on device"}');
  });
});
