import { FILE_BYTES_MAX, MEGABYTE, WORK_FILES_MAX } from '../../../../server/src/contracts/limits.ts';
import { isBlank } from '../../../../server/src/contracts/plain-text.ts';
import type { OwnSubmission } from './api.ts';
import { HAND_IN_PARTS, type HandIn, type HandInPart, isPresentation } from './hand-in-parts.ts';
import type { WorkContent } from './work-api.ts';

/** What is handed in, as the form of the settings holds it. */
export interface HandInForm {
  handIn: HandIn;
  /** There is nothing to hand in: presentations are live. */
  isLive: boolean;
}

/** A live presentation with everything else as it was. */
export const asPresentation = (handIn: HandIn): HandIn => ({
  ...handIn,
  text: 'off',
  files: 'off',
  links: 'off',
});

const isThere: Record<HandInPart, (work: WorkContent) => boolean> = {
  text: ({ text }) => !isBlank(text),
  files: ({ files }) => files.length > 0,
  links: ({ links }) => links.length > 0,
};

/** Parts that must be handed in and are not there; of a work without anything, the first part that is taken. */
export function missingParts(handIn: OwnSubmission['handIn'], work: WorkContent): HandInPart[] {
  const missing = HAND_IN_PARTS.filter((part) => handIn[part] === 'required' && !isThere[part](work));
  if (missing.length > 0 || HAND_IN_PARTS.some((part) => isThere[part](work))) return missing;
  return HAND_IN_PARTS.filter((part) => handIn[part] !== 'off').slice(0, 1);
}

const isWithin = (value: number, max: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= max;

/** What is wrong with what an activity takes. */
export function handInProblem({ handIn, isLive }: HandInForm) {
  if (isLive) return null;
  if (isPresentation(handIn)) return { because: 'nothingTaken' } as const;
  if (handIn.fileGroups.length === 0) return { because: 'noFileGroup' } as const;
  const max = FILE_BYTES_MAX / MEGABYTE;
  if (!isWithin(handIn.fileMegabytes, max)) return { because: 'count', max } as const;
  return isWithin(handIn.filesMax, WORK_FILES_MAX)
    ? null
    : ({ because: 'count', max: WORK_FILES_MAX } as const);
}
