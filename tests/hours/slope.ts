/** Whether what was measured again and again grows: a straight line through it (least squares). */

/** By how much the line rises from the first to the last of `values`, which are equally far apart. 0 for fewer than two. */
export function riseOf(values: readonly number[]): number {
  const count = values.length;
  if (count < 2) return 0;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let over = 0;
  let under = 0;
  values.forEach((value, at) => {
    over += (at - middle) * (value - mean);
    under += (at - middle) ** 2;
  });
  return (over / under) * (count - 1);
}
