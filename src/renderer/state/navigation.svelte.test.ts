import { describe, expect, it } from 'vitest';
import { Navigation } from './navigation.svelte.js';

const image = (name: string) => ({ name: 'image', image: name }) as const;

describe('navigation', () => {
  it('leads back the way it came', () => {
    const navigation = new Navigation();
    navigation.go(image('a'));
    navigation.go({ name: 'build' });
    navigation.back();
    expect(navigation.screen).toEqual(image('a'));
    navigation.back();
    navigation.back();
    expect(navigation.screen).toEqual({ name: 'images' });
  });

  it('takes no step to where it is', () => {
    const navigation = new Navigation();
    navigation.go({ name: 'images' });
    expect(navigation.canGoBack).toBe(false);
  });

  it('never leads back to an image that is gone, by none of its names', () => {
    const navigation = new Navigation();
    navigation.go(image('a'));
    navigation.go({ name: 'images' });
    navigation.go(image('b'));
    navigation.forget(['a', 'b']);
    expect(navigation.screen).toEqual({ name: 'images' });
    expect(navigation.canGoBack).toBe(false);
  });

  it('stays where it is when another image goes', () => {
    const navigation = new Navigation();
    navigation.go(image('a'));
    navigation.forget(['b']);
    expect(navigation.screen).toEqual(image('a'));
  });
});
