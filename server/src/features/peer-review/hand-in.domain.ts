import { groupOf } from '../../contracts/file-groups.ts';
import type { HandIn } from '../../contracts/hand-in.ts';
import { isBlank } from '../../contracts/plain-text.ts';
import type { Submission, WorkContent } from './peer-review.domain.ts';

export type ContentRefusal = 'SUBMISSION_EMPTY' | 'WORK_PART_MISSING' | 'WORK_PART_REFUSED';

/** Whether nothing is handed in: the work is a live presentation, and handing in says that one takes part. */
export const isPresentation = ({ text, files, links }: HandIn): boolean =>
  [text, files, links].every((taken) => taken === 'off');

/** Whether an image can be put into the text, whatever kinds of files are taken beside it. */
const takesImagesInText = ({ text }: HandIn): boolean => text !== 'off';

/** Whether a file of this type may be uploaded for a work. */
export const takesType = (handIn: HandIn, type: string): boolean =>
  isTaken(handIn, type) || (takesImagesInText(handIn) && groupOf(type) === 'images');

function isTaken({ files, fileGroups }: HandIn, type: string): boolean {
  const group = groupOf(type);
  return files !== 'off' && group !== null && fileGroups.includes(group);
}

/** Why a work cannot be handed in as it is, or null (spec/peer-review.md item 2). */
export function refuseContent(
  handIn: HandIn,
  { text, files, links = [] }: WorkContent,
): ContentRefusal | null {
  const there = { text: !isBlank(text), files: files.length > 0, links: links.length > 0 };
  const parts = ['text', 'files', 'links'] as const;
  if (parts.some((part) => handIn[part] === 'off' && there[part])) return 'WORK_PART_REFUSED';
  if (files.length > handIn.filesMax || files.some(({ type }) => !isTaken(handIn, type)))
    return 'WORK_PART_REFUSED';
  if (isPresentation(handIn)) return null;
  if (!parts.some((part) => there[part])) return 'SUBMISSION_EMPTY';
  return parts.some((part) => handIn[part] === 'required' && !there[part]) ? 'WORK_PART_MISSING' : null;
}

/** What a grade keeps of when a work was handed in, and when it was due. */
export const handedInput = (work: Submission | undefined, dueAt: string) =>
  work ? { submissionId: work.id, version: work.version, at: work.submittedAt.toISOString(), dueAt } : null;
