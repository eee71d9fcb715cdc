import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveRow, listKeys } from './list-keys.js';

describe('a list of rows with buttons', () => {
  let list: HTMLElement;
  let stop: () => void;
  const focused = () => document.activeElement?.textContent;
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );

  beforeEach(() => {
    document.body.innerHTML =
      '<button>after</button><ul><li><button>a1</button><button>a2</button></li>' +
      '<li><button>b1</button><button disabled>b2</button></li><li><button>c1</button><button>c2</button></li></ul>';
    list = document.querySelector('ul')!;
    stop = listKeys(list);
  });
  afterEach(() => stop());

  it('is gone through by arrows, Home and End, and ends at its ends', () => {
    list.querySelector('button')?.focus();
    const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'ArrowUp', 'End'].map((key) => {
      press(key);
      return focused();
    });
    expect(seen).toEqual(['b1', 'c1', 'c1', 'b1', 'a1', 'a1', 'c1']);
  });

  it('stays at the same button of each row where there is one', () => {
    list.querySelectorAll('button')[1]?.focus();
    press('ArrowDown');
    expect(focused()).toBe('b1');
    press('End');
    expect(focused()).toBe('c1');
  });

  it('keeps the focus when a row goes', () => {
    const last = document.querySelector<HTMLElement>('button');
    const rows = () => [...list.children] as HTMLElement[];
    rows()[2]?.querySelector('button')?.focus();
    leaveRow(rows()[2]!, last);
    expect(focused()).toBe('b1');
    rows()[2]?.remove();
    rows()[0]?.querySelector('button')?.focus();
    leaveRow(rows()[0]!, last);
    expect(focused()).toBe('b1');
    rows()[0]?.remove();
    leaveRow(rows()[0]!, last);
    expect(focused()).toBe('after');
  });
});
