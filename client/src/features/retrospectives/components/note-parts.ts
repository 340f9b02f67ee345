/** What one says after a milestone, in this order. */
export const NOTE_PARTS = ['well', 'notWell', 'next'] as const;
