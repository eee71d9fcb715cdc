export const archives = {} as const;
