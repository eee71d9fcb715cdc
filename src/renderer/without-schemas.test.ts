import { describe, expect, it } from 'vitest';
import { z } from './without-schemas.js';

type Schema = {
  readonly parse: (value: unknown) => unknown;
  readonly min: (least: number) => Schema;
  readonly optional: () => Schema;
};
type Makers = { readonly string: () => Schema; readonly object: (fields: object) => Schema };

describe('a schema in the window', () => {
  it('can be made, and never asked', () => {
    const { string, object } = z as Makers;
    const made = object({ name: string().min(1).optional() });
    expect(() => made.parse({})).toThrow('main checks');
  });
});
