import { type Connection, Schema } from 'mongoose';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { defineCollection, type Eventful, pushEvents } from '../../platform/database/collection.ts';
import { insertOnce } from '../../platform/database/insert-once.ts';
import type { TeamRoles } from './team-roles.domain.ts';

/** `_id`: activity/group. What is chosen is bounded by roles and milestones. */
type RolesDocument = TeamRoles & Eventful & { _id: string; courseId: string };

const required = { type: String, required: true };
const schema = new Schema<RolesDocument>(
  {
    _id: required,
    courseId: required,
    activityId: required,
    groupId: required,
    assigned: { type: Schema.Types.Mixed, required: true } as never,
    held: { type: Schema.Types.Mixed, default: [] } as never,
    revision: { type: Number, required: true },
    events: { type: [Schema.Types.Mixed] as never, required: true },
    eventsSince: Date,
  },
  { versionKey: false, strict: 'throw' },
).index({ courseId: 1, activityId: 1 });

export type TeamRoleStore = ReturnType<typeof createTeamRoleStore>;

/** Queries of `teamRoles`. */
export function createTeamRoleStore(connection: Connection) {
  const Roles = defineCollection(connection, 'teamRoles', schema, { events: true });
  return {
    async find({ courseId }: CourseScope, activityId: string, groupId: string): Promise<TeamRoles | null> {
      const found = await Roles.findOne({
        _id: `${activityId}/${groupId}`,
        courseId,
      }).lean<RolesDocument>();
      if (!found) return null;
      const { assigned, revision } = found;
      // Not in documents from before roles had material.
      const held = (found as Partial<RolesDocument>).held ?? [];
      return { activityId, groupId, assigned, held, revision };
    },

    /** @param roles with the revision that they get. @returns false when somebody was faster */
    async save({ courseId }: CourseScope, roles: TeamRoles, event: DomainEvent): Promise<boolean> {
      const _id = `${roles.activityId}/${roles.groupId}`;
      if (roles.revision === 1)
        return insertOnce(Roles, { _id, courseId, ...roles, events: [event], eventsSince: event.at });
      const { $push, $set } = pushEvents(event);
      const { assigned, held, revision } = roles;
      const { matchedCount } = await Roles.updateOne(
        { _id, courseId, revision: revision - 1 },
        { $set: { assigned, held, revision, ...$set }, $push },
      );
      return matchedCount > 0;
    },
  };
}
