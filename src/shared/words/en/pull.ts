export const pull = {} as const;
