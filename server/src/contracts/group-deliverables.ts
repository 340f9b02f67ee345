import { z } from 'zod';
import { type Endpoint, Id, Timestamp } from './endpoint.ts';
import { AttachedFileView } from './files.ts';
import { DeliverableState, GroupMilestone } from './group-work.ts';
import * as limits from './limits.ts';
import { richText, StoredRichText } from './rich-text.ts';
import { SECTION_TEXT_MAX, TEAM_ROLE_KINDS } from './team-limits.ts';

/** A page of the group as it was when it was handed in. */
const FrozenPage = z.object({ pageId: Id, title: z.string(), text: StoredRichText });

/** A part of what a group writes that has a name of its own. */
const SectionView = z.object({
  id: z.string(),
  kind: z.enum([...TEAM_ROLE_KINDS, 'criterion']),
  /** Of a criterion or a custom role; others are named in the language of whoever reads. */
  title: z.string(),
  /** Blank in a copy: it is missing. */
  text: StoredRichText,
});

const NamedView = z.object({ name: z.string().nullable(), isOwn: z.boolean() });

/** The frozen copy that a group has handed in, with what its members say of it. */
export const HandedInView = z.object({
  version: z.int(),
  at: Timestamp,
  by: NamedView,
  text: StoredRichText,
  files: z.array(AttachedFileView),
  pages: z.array(FrozenPage),
  sections: z.array(SectionView),
  daysLate: z.int(),
  /** Who was in the group when it was handed in. */
  members: z.array(
    NamedView.extend({
      confirmedAt: Timestamp.nullable(),
      /** What the member finds wrong; null: nothing, or it is confirmed since. */
      objection: z.string().nullable(),
    }),
  ),
});

/** What one group delivers at one milestone: for its members, and for staff. */
export const DeliverableView = z.object({
  activityId: Id,
  title: z.string(),
  handIn: z.enum(limits.GROUP_HAND_INS),
  /** Whether the group has a scenario of its own. */
  hasScenario: z.boolean(),
  group: z.object({ groupId: Id, name: z.string().nullable() }),
  milestone: GroupMilestone,
  /** The group's own dates. */
  dueAt: Timestamp,
  closesAt: Timestamp,
  state: DeliverableState,
  /** What the group is writing; null for staff, who see what is handed in. */
  draft: z
    .object({
      text: StoredRichText,
      files: z.array(AttachedFileView),
      revision: z.int(),
      savedAt: Timestamp.nullable(),
      /** Null: nobody has saved yet. */
      savedBy: NamedView.nullable(),
      /** Each is saved by itself, so that members write at once. */
      sections: z.array(
        SectionView.extend({
          revision: z.int(),
          savedAt: Timestamp.nullable(),
          savedBy: NamedView.nullable(),
        }),
      ),
    })
    .nullable(),
  handedIn: HandedInView.nullable(),
  /** The caller has left the group: what is here is what they have a part in, as it was then. */
  hasLeft: z.boolean(),
  /** Copies that were handed in before, or taken back, newest first. */
  earlier: z.array(z.object({ version: z.int(), at: Timestamp, by: NamedView, wasWithdrawn: z.boolean() })),
  can: z.object({ write: z.boolean(), confirm: z.boolean(), withdraw: z.boolean() }),
});
export type DeliverableView = z.output<typeof DeliverableView>;

export const OfDeliverable = z.object({
  activityId: Id,
  groupId: Id,
  n: z.coerce.number().int().min(1).max(limits.MILESTONES_MAX),
});
const AT = '/group-work/:activityId/groups/:groupId/milestones/:n';

export const GetDeliverable = {
  method: 'get',
  path: AT,
  permission: 'groupWork.read',
  summary: 'What a group writes and has handed in at a milestone: for its members, and for staff',
  params: OfDeliverable,
  response: DeliverableView,
} satisfies Endpoint;

/** A copy that another one has replaced, or that was taken back. */
export const EarlierCopyView = HandedInView.pick({
  version: true,
  at: true,
  by: true,
  text: true,
  files: true,
  pages: true,
  sections: true,
}).extend({ wasWithdrawn: z.boolean() });
export type EarlierCopyView = z.output<typeof EarlierCopyView>;

export const GetEarlierCopy = {
  method: 'get',
  path: `${AT}/versions/:version`,
  permission: 'groupWork.read',
  summary: 'What a group had handed in before: for its members, those who had a part in it, and staff',
  params: OfDeliverable.extend({ version: z.coerce.number().int().min(1) }),
  response: EarlierCopyView,
} satisfies Endpoint;

export const SaveDeliverableDraft = {
  method: 'put',
  path: `${AT}/draft`,
  permission: 'groupWork.write',
  summary: 'Keeps what the group writes; refused when somebody else has saved since',
  params: OfDeliverable,
  body: z.object({
    text: richText({ max: limits.SUBMISSION_TEXT_MAX, images: true }),
    fileIds: z.array(Id).max(limits.WORK_FILES_MAX),
    expectedRevision: z.int().min(0),
  }),
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const SaveDeliverableSection = {
  method: 'put',
  path: `${AT}/sections/:sectionId`,
  permission: 'groupWork.write',
  summary: 'Keeps a part of what the group writes; refused when somebody else has saved that part since',
  params: OfDeliverable.extend({ sectionId: z.string().min(1).max(40) }),
  body: z.object({ text: richText({ max: SECTION_TEXT_MAX }), expectedRevision: z.int().min(0) }),
  response: z.object({ revision: z.int(), savedAt: Timestamp }),
} satisfies Endpoint;

export const HandInDeliverable = {
  method: 'post',
  path: `${AT}/submission`,
  permission: 'groupWork.write',
  summary:
    'Freezes the draft, as it is at this revision, with pages of the group as they are now, and hands it in',
  params: OfDeliverable,
  body: z.object({
    pageIds: z.array(Id).max(limits.GROUP_PAGES_MAX).default([]),
    expectedRevision: z.int().min(0),
  }),
  response: DeliverableView,
} satisfies Endpoint;

export const ConfirmDeliverable = {
  method: 'put',
  path: `${AT}/submission/:version/confirmation`,
  permission: 'groupWork.write',
  summary: 'Confirms a frozen copy, or says what is wrong with it',
  params: OfDeliverable.extend({ version: z.coerce.number().int().min(1) }),
  body: z.object({
    /** Null: nothing is wrong. */
    objection: z.string().trim().min(1).max(limits.REASON_MAX).nullable(),
  }),
  response: DeliverableView,
} satisfies Endpoint;

export const WithdrawDeliverable = {
  method: 'post',
  path: `${AT}/submission/:version/withdrawal`,
  permission: 'groupWork.write',
  summary: 'Takes back what was handed in, as long as its date has not passed',
  params: OfDeliverable.extend({ version: z.coerce.number().int().min(1) }),
  response: DeliverableView,
} satisfies Endpoint;
