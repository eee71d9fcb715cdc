/** How Strata can look. `contrast`: light or dark as the system is, with more contrast than either. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
