/** How large everything is drawn, as a factor, in the steps that the keys and the menu take. Pure. */

const steps = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;
export const MIN_ZOOM = steps[0];
export const MAX_ZOOM = 2;

/** The next step above `zoom`, or the largest. */
export const zoomedIn = (zoom: number): number => steps.find((step) => step > zoom) ?? MAX_ZOOM;

/** The next step below `zoom`, or the smallest. */
export const zoomedOut = (zoom: number): number => steps.findLast((step) => step < zoom) ?? MIN_ZOOM;
