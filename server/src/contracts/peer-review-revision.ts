import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { AttachedFileView } from './files.ts';
import * as limits from './limits.ts';
import { workBody } from './peer-review-work.ts';
import { StoredRichText } from './rich-text.ts';

const ActivityParams = z.object({ activityId: Id });
const Note = z.string().max(limits.REVISION_NOTE_MAX);

/** What the author says to one review, named by its reviewer's pseudonym. */
const Answer = z.object({ pseudonym: z.string().regex(/^[1-9]\d{0,3}$/), text: Note });

const revised = {
  text: StoredRichText,
  files: z.array(AttachedFileView),
  links: z.array(z.string()),
  note: z.string(),
  answers: z.array(Answer),
};

/** Why a revised work can be handed in now or cannot. */
const RevisionWindow = z.enum(['noWork', 'notYet', 'open', 'closed']);

const OwnRevisionView = z.object({
  activityTitle: z.string(),
  opensAt: Timestamp,
  closesAt: Timestamp,
  window: RevisionWindow,
  /** What was handed in last. */
  handedIn: z.object({ n: z.int(), ...revised, submittedAt: Timestamp }).nullable(),
  /** Revision 0 and nothing in it when nothing was saved yet. */
  draft: z.object({ ...revised, revision: z.int(), savedAt: Timestamp.nullable() }),
  can: z.object({ edit: z.boolean() }),
});

export const GetOwnRevision = {
  method: 'get',
  path: '/activities/:activityId/revision',
  permission: 'activity.read',
  summary: 'The caller’s revised work, and the saved draft of it',
  params: ActivityParams,
  response: OwnRevisionView,
} satisfies Endpoint;

const body = z.object({
  ...workBody,
  note: Note,
  answers: z
    .array(Answer)
    .max(limits.REVISION_ANSWERS_MAX)
    .refine((all) => new Set(all.map(({ pseudonym }) => pseudonym)).size === all.length, 'each review once'),
  expectedRevision: z.int().min(0),
});

export const SaveRevisionDraft = {
  method: 'put',
  path: '/activities/:activityId/revision/draft',
  permission: 'submission.write',
  summary: 'Keeps a revised work that is not handed in yet',
  params: ActivityParams,
  body,
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const HandInRevision = {
  method: 'post',
  path: '/activities/:activityId/revision',
  permission: 'submission.write',
  summary: 'Hands in the revised work with what was changed; again until the date',
  params: ActivityParams,
  body,
  response: OwnRevisionView,
} satisfies Endpoint;

export const GetLearnerRevision = {
  method: 'get',
  path: '/activities/:activityId/learners/:memberId/revision',
  permission: 'work.read',
  summary: 'The reviewed and the revised version of a learner’s work, for staff',
  params: z.object({ activityId: Id, memberId: Id }),
  response: z.object({
    /** Whether the settings have a revision round. */
    isOn: z.boolean(),
    revised: z
      .object({
        n: z.int(),
        submittedAt: Timestamp,
        note: z.string(),
        answers: z.array(Answer),
        before: z.object({
          version: z.int(),
          text: StoredRichText,
          files: z.array(AttachedFileView),
          links: z.array(z.string()),
        }),
        after: z.object({
          text: StoredRichText,
          files: z.array(AttachedFileView),
          links: z.array(z.string()),
        }),
      })
      .nullable(),
  }),
} satisfies Endpoint;
