import {
  CourseLessonsView,
  DecideLesson,
  LessonsView,
  RetrospectiveView,
} from '../../contracts/retrospectives.ts';
import type { Lesson, Note, PublishedLesson, TeamAction } from './retrospectives.domain.ts';

interface Seen {
  readonly title: string;
  readonly groupName: string | null;
  readonly staffLookOn: boolean;
  readonly n: number;
  readonly milestones: readonly { readonly n: number; readonly title: string }[];
  readonly memberIds: readonly string[];
  readonly notes: readonly Note[];
  readonly actions: readonly TeamAction[];
  readonly lessons: readonly Lesson[];
  readonly names: ReadonlyMap<string, string | null>;
  readonly forId: string;
  /** Staff have no note of their own. */
  readonly isForStaff: boolean;
  readonly can: RetrospectiveView['can'];
}

const UNWRITTEN = { well: '', notWell: '', next: '', revision: 0, savedAt: null };

export function retrospectiveView(seen: Seen): RetrospectiveView {
  const { notes, actions, lessons, names, forId, isForStaff, memberIds, milestones, ...rest } = seen;
  const person = (memberId: string) => ({ name: names.get(memberId) ?? null, isOwn: memberId === forId });
  const own = notes.find(({ memberId }) => memberId === forId);
  const written = own && { ...own.texts, revision: own.revision, savedAt: own.savedAt.toISOString() };
  return RetrospectiveView.parse({
    ...rest,
    milestones: milestones.map(({ n, title }) => ({ n, title })),
    members: memberIds.map((memberId) => ({ memberId, ...person(memberId) })),
    own: isForStaff ? null : (written ?? UNWRITTEN),
    others: notes
      .filter(({ memberId }) => memberId !== forId)
      .map(({ memberId, texts, savedAt }) => ({
        ...texts,
        by: person(memberId),
        savedAt: savedAt.toISOString(),
      })),
    actions: actions.map(({ actionId, n, text, ownerId, dueAt, state, revision }) => ({
      actionId,
      n,
      text,
      owner: { memberId: ownerId, ...person(ownerId) },
      dueAt: dueAt.toISOString(),
      state,
      revision,
    })),
    lessons: lessons.map((lesson) => lessonFields(lesson, seen.groupName)),
  });
}

const lessonFields = ({ lessonId, n, title, text, offeredAt, state }: Lesson, groupName: string | null) => ({
  lessonId,
  n,
  title,
  text,
  groupName,
  offeredAt: offeredAt.toISOString(),
  state,
});

export const lessonView = (lesson: Lesson, groupName: string | null) =>
  DecideLesson.response.parse(lessonFields(lesson, groupName));

export const lessonsView = (
  title: string,
  lessons: readonly Lesson[],
  groupNames: ReadonlyMap<string, string | null>,
  next: string | null,
  can: { readonly decide: boolean },
) =>
  LessonsView.parse({
    title,
    items: lessons.map((lesson) => lessonFields(lesson, groupNames.get(lesson.groupId) ?? null)),
    next,
    can,
  });

interface Named {
  readonly projects: ReadonlyMap<string, { readonly title: string; readonly opens: boolean }>;
  readonly groupNames: ReadonlyMap<string, string | null>;
}

export const courseLessonsView = (
  lessons: readonly PublishedLesson[],
  { projects, groupNames }: Named,
  next: string | null,
  can: { readonly takeBack: boolean },
) =>
  CourseLessonsView.parse({
    items: lessons.map(({ lessonId, activityId, groupId, title, text, publishedAt }) => {
      const project = projects.get(activityId);
      return {
        lessonId,
        activityId: project?.opens === true ? activityId : null,
        projectTitle: project?.title ?? '',
        title,
        text,
        groupName: groupNames.get(groupId) ?? null,
        publishedAt: publishedAt.toISOString(),
      };
    }),
    next,
    can,
  });
