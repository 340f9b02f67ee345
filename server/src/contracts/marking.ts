import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { AnonymousFileView, AttachedFileView } from './files.ts';
import * as limits from './limits.ts';
import { Criterion, Rating } from './peer-review-settings.ts';
import { richText, StoredRichText } from './rich-text.ts';
import { SectionFilterView, SectionsWanted } from './sections.ts';

/** Marking: how staff judge the works of an activity, of whatever type (activity.md item 6). */

const ActivityParams = z.object({ activityId: Id });
const WorkParams = z.object({ activityId: Id, workId: Id });

/** `hidden=1`: who the learner is does not leave the server, nor do names of files, which may tell. */
export const Hidden = { hidden: z.enum(['0', '1']).default('0') };

export const Named = z.object({ id: Id, name: z.string().nullable() });

/**
 * `taken`: by a colleague, for the time being. Of works that two people mark, `firstDone`: the caller has marked it and
 * somebody else is to; `toDoAgain`: somebody has, and another person is to; `toSettle`: they differ too much.
 */
export const WorkState = z.enum([
  'toDo',
  'mine',
  'taken',
  'marked',
  'excused',
  'firstDone',
  'toDoAgain',
  'toSettle',
]);
export type WorkState = z.output<typeof WorkState>;
/** What waits of a work that two people mark. */
export const TwiceStage = WorkState.extract(['firstDone', 'toDoAgain', 'toSettle']);
export type TwiceStage = z.output<typeof TwiceStage>;

export const workStanding = {
  workId: Id,
  /** A short sign by which people can speak of a work whose author they do not know. */
  sign: z.string(),
  state: WorkState,
  /** Whose it is: a learner, or a group with the names of those who share the work. Null while hidden. */
  learner: Named.extend({ members: z.array(z.string().nullable()).nullable() }).nullable(),
  /** Who has taken it, until when; null when nobody has. */
  taken: z.object({ by: Named, until: Timestamp }).nullable(),
  /** The assistant in whose share it is. */
  share: Named.nullable(),
  /** Whether two people mark it. */
  twice: z.boolean(),
};

export const MarkingRow = z.object({
  ...workStanding,
  /** In the rubric's points; null while not marked. */
  mark: z.object({ points: z.number(), maximum: z.number() }).nullable(),
  /** The revision that what is done to it must name. */
  revision: z.int(),
});

export const MarkingListView = z.object({
  activity: z.object({ id: Id, title: z.string() }),
  hidden: z.boolean(),
  /** Whose works are shown. */
  sections: SectionFilterView,
  rows: z.array(MarkingRow),
  next: z.string().nullable(),
  can: z.object({ excuse: z.boolean() }),
});

export const ListMarking = {
  method: 'get',
  path: '/activities/:activityId/marking',
  permission: 'marking.mark',
  summary: 'The works of an activity with the state of their marking',
  params: ActivityParams,
  query: Page.extend(Hidden).extend({ sections: SectionsWanted }),
  response: MarkingListView,
} satisfies Endpoint;

const Progress = { done: z.int(), total: z.int() };

export const MarkingSharesView = z.object({
  ...Progress,
  /** Of the works in nobody's share. */
  unshared: z.object(Progress),
  /** Everybody who can be given a share, and those who have one. */
  staff: z.array(Named.extend(Progress)),
  /** Whether works are divided by section as they come in. */
  bySection: z.boolean(),
  can: z.object({ divide: z.boolean() }),
});

export const GetMarkingShares = {
  method: 'get',
  path: '/activities/:activityId/marking/shares',
  permission: 'marking.mark',
  summary: 'How far marking is, in all and in each share',
  params: ActivityParams,
  response: MarkingSharesView,
} satisfies Endpoint;

export const DivideMarking = {
  method: 'put',
  path: '/activities/:activityId/marking/shares',
  permission: 'marking.divide',
  summary: 'Divides works among staff: all that is not marked evenly or by section, or some by hand',
  params: ActivityParams,
  body: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('evenly'),
      memberIds: z.array(Id).min(1).max(limits.MARKERS_MAX),
      /** The same seed divides the same works in the same way. */
      seed: Id,
    }),
    /** To those who look after the author's section; later works, and authors who move, are followed. */
    z.object({ kind: z.literal('bySection'), seed: Id }),
    z.object({
      kind: z.literal('byHand'),
      workIds: z.array(Id).min(1).max(limits.MARKING_BATCH_MAX),
      /** Null: nobody's. */
      memberId: Id.nullable(),
    }),
  ]),
  response: MarkingSharesView,
} satisfies Endpoint;

export type DivisionBody = z.output<(typeof DivideMarking)['body']>;

const count = z.int();

export const SectionDivisionView = z.object({
  sections: z.array(Named.extend({ works: count, assistants: z.array(Named) })),
  /** Works of learners in no section, and of sections that nobody looks after: those go to all evenly. */
  withoutSection: count,
  withoutAssistants: count,
  /** What each would get. */
  staff: z.array(Named.extend({ works: count })),
});
export type SectionDivisionView = z.output<typeof SectionDivisionView>;

export const PreviewDivision = {
  method: 'post',
  path: '/activities/:activityId/marking/shares/preview',
  permission: 'marking.divide',
  summary: 'How the works without a mark would be divided by section; saves nothing',
  params: ActivityParams,
  body: z.object({ seed: Id }),
  response: SectionDivisionView,
} satisfies Endpoint;

export const ClaimNextWork = {
  method: 'post',
  path: '/activities/:activityId/marking/claim',
  permission: 'marking.mark',
  summary: 'Takes the next work to mark: one that the caller holds, else of the own share, else of any',
  params: ActivityParams,
  response: z.object({ workId: Id.nullable() }),
} satisfies Endpoint;

const said = { ratings: z.array(Rating), comment: StoredRichText };

/** What one person said of a work. */
const JudgedView = z.object({ ...said, points: z.number(), maximum: z.number(), workVersion: z.int() });

/** The same as one of two. */
export const PartView = JudgedView.extend({ by: Named, at: Timestamp });
export type PartView = z.output<typeof PartView>;

/** One step in the history of a mark. */
export const MarkView = z.object({
  n: z.int(),
  by: Named,
  at: Timestamp,
  /** `undone`: the mark before was taken back; `part`: the mark of one of two people. */
  kind: z.enum(['marked', 'part', 'excused', 'undone']),
  /** What was said; null when nothing was. */
  mark: JudgedView.nullable(),
  /** What those two said whose mean, or whose difference settled by the lead, the mark is. */
  parts: z.array(PartView),
});
export type MarkView = z.output<typeof MarkView>;

/** One work as its marker sees it. */
export const MarkingWorkView = z.object({
  ...workStanding,
  hidden: z.boolean(),
  activity: z.object({ id: Id, title: z.string(), criteria: z.array(Criterion) }),
  /** Null when what was handed in is there no more. */
  work: z
    .object({
      version: z.int(),
      text: StoredRichText,
      files: z.array(z.union([AttachedFileView, AnonymousFileView])),
      links: z.array(z.string()),
      submittedAt: Timestamp,
    })
    .nullable(),
  /** What the form begins with: the caller's draft, else the newest mark. */
  form: z.object({ ...said, savedAt: Timestamp.nullable() }),
  /** The revision the next save must name. */
  revision: z.int(),
  /** Newest first. What one of two people said is only in it for that person until both are done. */
  history: z.array(MarkView),
  /** What two people said who differ too much: for the lead to settle. */
  toSettle: z.array(PartView),
  /** Its neighbours in the list. */
  previousId: Id.nullable(),
  nextId: Id.nullable(),
  can: z.object({ mark: z.boolean(), undo: z.boolean() }),
});

export const GetMarkingWork = {
  method: 'get',
  path: '/activities/:activityId/marking/works/:workId',
  permission: 'marking.mark',
  summary: 'One work with its rubric, the caller’s draft and the history of its mark',
  params: WorkParams,
  query: z.object(Hidden),
  response: MarkingWorkView,
} satisfies Endpoint;

export const TakeWork = {
  method: 'put',
  path: '/activities/:activityId/marking/works/:workId/lease',
  permission: 'marking.mark',
  summary: 'Takes a work, or keeps it for longer',
  params: WorkParams,
  response: z.object({ until: Timestamp }),
} satisfies Endpoint;

export const GiveWorkBack = {
  method: 'delete',
  path: '/activities/:activityId/marking/works/:workId/lease',
  permission: 'marking.mark',
  summary: 'Gives a work back; what the caller does not hold stays as it is',
  params: WorkParams,
  response: z.object({ givenBack: z.boolean() }),
} satisfies Endpoint;

const formBody = {
  ratings: z.array(Rating).max(limits.DRAFT_RATINGS_MAX),
  comment: richText({ max: limits.COMMENT_MAX }),
  expectedRevision: z.int().min(0),
};

export const SaveMarkDraft = {
  method: 'put',
  path: '/activities/:activityId/marking/works/:workId/draft',
  permission: 'marking.mark',
  summary: 'Keeps a mark that is not finished, and the work for longer',
  params: WorkParams,
  body: z.object(formBody),
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const FinishMark = {
  method: 'put',
  path: '/activities/:activityId/marking/works/:workId/mark',
  permission: 'marking.mark',
  summary: 'Finishes a mark: it becomes the grade that staff have set, or one of two parts of it',
  params: WorkParams,
  body: z.object({
    ...formBody,
    /** What the grade's history says of it. */
    reason: z.string().trim().min(1).max(limits.REASON_MAX),
  }),
  response: z.object({
    revision: z.int(),
    /** What the caller gave. */
    points: z.number(),
    maximum: z.number(),
    /** `marked`: it is the grade; else what the work waits for, as two people mark it. */
    state: z.enum(['marked', 'firstDone', 'toSettle']),
  }),
} satisfies Endpoint;

export const UndoMark = {
  method: 'post',
  path: '/activities/:activityId/marking/works/:workId/undo',
  permission: 'marking.mark',
  summary: 'Takes the newest mark back: the grade is again what it was before marking',
  params: WorkParams,
  body: z.object({
    reason: z.string().trim().min(1).max(limits.REASON_MAX),
    expectedRevision: z.int().min(0),
  }),
  response: z.object({ revision: z.int() }),
} satisfies Endpoint;

export type MarkingListView = z.output<typeof MarkingListView>;
export type MarkingSharesView = z.output<typeof MarkingSharesView>;
export type MarkingWorkView = z.output<typeof MarkingWorkView>;
