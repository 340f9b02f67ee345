/** What a work is called where its author is not named: short, and the same for everybody. */
export const signOf = (workId: string): string => workId.slice(0, 6).toUpperCase();
