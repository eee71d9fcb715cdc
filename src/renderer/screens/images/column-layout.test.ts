import { expect, it } from 'vitest';
import { imageColumns } from '../../../shared/contract/app.js';
import { fittingColumns, gridTemplate } from './column-layout.js';

it('all columns show where there is room, and before anything was measured', () => {
  expect(fittingColumns(imageColumns, 2_000)).toEqual(imageColumns);
  expect(fittingColumns(imageColumns, 0)).toEqual(imageColumns);
});

it('a narrow list keeps the name, then the size, then the age', () => {
  expect(fittingColumns(imageColumns, 480)).toEqual(['size', 'created']);
  expect(fittingColumns(imageColumns, 370)).toEqual(['size']);
  expect(fittingColumns(imageColumns, 200)).toEqual([]);
});

it('the columns stand as they are listed', () => {
  expect(gridTemplate(['size'])).toBe('20px minmax(0, 1fr) 76px');
});
