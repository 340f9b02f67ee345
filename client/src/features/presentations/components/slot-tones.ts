/** How the state of a slot looks. */
export const SLOT_TONES = { coming: 'neutral', on: 'info', over: 'good' } as const;
