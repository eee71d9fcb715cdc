export const disk = {} as const;
