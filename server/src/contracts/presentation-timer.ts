/** What is done with the timer of presentations. */
export const TIMER_COMMANDS = ['start', 'pause', 'next', 'end'] as const;
