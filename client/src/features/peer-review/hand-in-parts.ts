import type { Settings } from './api.ts';

export type HandIn = Settings['handIn'];

export const HAND_IN_PARTS = ['text', 'files', 'links'] as const;
export type HandInPart = (typeof HAND_IN_PARTS)[number];

/** Whether there is nothing to hand in: the work is a live presentation. */
export const isPresentation = (handIn: HandIn): boolean =>
  HAND_IN_PARTS.every((part) => handIn[part] === 'off');
