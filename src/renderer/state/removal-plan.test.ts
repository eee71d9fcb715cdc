import { expect, it } from 'vitest';
import { sampleImage } from '../../../tests/support/sample-images.js';
import { toRows } from './image-rows.js';
import { planRemoval } from './removal-plan.js';

const two = sampleImage(1, 'a:1', 'a:2');
const used = {
  ...sampleImage(2, 'web:1', 'web:2'),
  containers: { count: 5, names: ['c1', 'c2', 'c3', 'c4'] },
};
const dangling = sampleImage(3);

it('an image goes with the last of its names, and stays while it has others', () => {
  const rows = toRows([two, dangling]);
  expect(planRemoval(rows).steps).toEqual([
    { does: 'delete', image: two.id, name: 'a:1', names: ['a:1', 'a:2'] },
    { does: 'delete', image: dangling.id, name: '<untagged> 000300030003', names: [] },
  ]);
  expect(planRemoval(rows.slice(1, 2)).steps).toEqual([
    { does: 'untag', name: 'a:2', image: rows[1]!.image.id },
  ]);
});

it('an image that containers were made from stays, and they are named; one of its names may go', () => {
  const rows = toRows([used]);
  expect(planRemoval(rows)).toEqual({
    steps: [],
    kept: [{ name: 'web:1', why: 'in use by c1, c2, c3 and 2 more' }],
  });
  expect(planRemoval(rows.slice(0, 1))).toEqual({
    steps: [{ does: 'untag', name: 'web:1', image: rows[0]!.image.id }],
    kept: [],
  });
});

it('where nobody knows of containers, the engine is left to say', () => {
  expect(planRemoval(toRows([{ ...used, containers: null }])).steps).toHaveLength(1);
});
