import { Schema } from 'mongoose';
import type { Eventful } from '../../platform/database/collection.ts';
import type { KnownMember, Member } from './member.domain.ts';

export type MemberDocument = Omit<KnownMember, 'id' | 'said'> &
  Eventful & {
    _id: string;
    firstSeenAt: Date;
    /** What the last launch said. */
    groups: string[] | null;
    sections?: string[] | null;
    observes: string[];
    /** The person's groups are known: a launch or a roster of groups has named them, or a file. */
    groupsKnown: boolean;
  };

const required = { type: String, required: true };
const flag = { type: Boolean, default: false };

export const memberSchema = new Schema<MemberDocument>(
  {
    _id: required,
    courseId: required,
    subject: required,
    role: required as never,
    readOnly: { type: Boolean, required: true },
    testUser: { type: Boolean, required: true },
    name: { type: String, default: null },
    sortName: required,
    email: { type: String, default: null },
    status: required as never,
    onRoster: flag,
    groups: { type: [String], default: null } as never,
    sections: { type: [String], default: null } as never,
    observes: { type: [String], default: [] },
    groupsKnown: flag,
    firstSeenAt: { type: Date, required: true },
    lastLaunchAt: { type: Date, default: null },
    events: { type: [Schema.Types.Mixed] as never },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
)
  .index({ courseId: 1, role: 1, sortName: 1, _id: 1 })
  .index({ courseId: 1, status: 1, _id: 1 })
  .index({ courseId: 1, groupsKnown: 1, sortName: 1, _id: 1 });

export const toMember = ({
  _id,
  courseId,
  subject,
  role,
  readOnly,
  testUser,
  name,
  sortName,
  email,
  status,
}: MemberDocument): Member => ({
  id: _id,
  courseId,
  subject,
  role,
  readOnly,
  testUser,
  name,
  sortName,
  email,
  status,
});

export const toKnown = (document: MemberDocument): KnownMember => ({
  ...toMember(document),
  onRoster: document.onRoster,
  lastLaunchAt: document.lastLaunchAt,
  // Members of before launches said so have none.
  said: { groups: document.groups, sections: document.sections ?? null, observes: document.observes },
});
