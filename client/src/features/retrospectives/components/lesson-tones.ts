/** How the state of a lesson looks. */
export const LESSON_TONES = { offered: 'info', published: 'good', declined: 'neutral' } as const;
