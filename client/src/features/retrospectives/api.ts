import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/retrospectives.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type Retrospective = contract.RetrospectiveView;
export type NoteTexts = contract.NoteTexts;
export type TeamAction = Retrospective['actions'][number];
export type Lesson = Retrospective['lessons'][number];
type CourseLessons = z.output<typeof contract.CourseLessonsView>;
export type CourseLesson = CourseLessons['items'][number];

/** One group of a project, at one milestone; null: the one that is looked back on now. */
export interface Place {
  readonly activityId: string;
  readonly groupId: string;
  readonly n: number | null;
}

const GROUP = '/group-work/:activityId/groups/:groupId';
/** Others of the group write too: a page that is open looks again. */
const OTHERS_MS = 20_000;

const retrospectiveKey = ({ activityId, groupId, n }: Place) =>
  ['retrospective', activityId, groupId, n] as const;
const COURSE_LESSONS = 'course lessons';
const lessonsKey = (activityId: string) => ['team lessons', activityId] as const;

export const getRetrospective = (api: ApiClient, place: Place, signal?: AbortSignal) => {
  const { activityId, groupId, n } = place;
  return api.call<typeof contract.GetRetrospective>(
    'get',
    `${GROUP}/retrospective`,
    { params: { activityId, groupId }, query: { n: n ?? undefined } },
    signal,
  );
};

export function useRetrospective(place: Place) {
  const api = useApi();
  return useQuery({
    queryKey: retrospectiveKey(place),
    queryFn: ({ signal }) => getRetrospective(api, place, signal),
    refetchInterval: OTHERS_MS,
    staleTime: 0,
  });
}

/** Saves the caller's own note. */
export const saveNote = (
  api: ApiClient,
  { activityId, groupId, n }: Place & { readonly n: number },
  texts: NoteTexts,
  expectedRevision: number,
) =>
  api.call<typeof contract.SaveRetrospectiveNote>('put', `${GROUP}/retrospective/note`, {
    params: { activityId, groupId },
    body: { n, texts, expectedRevision },
  });

/** A command whose answer is how the retrospective is from then on. */
function useCommand<Input>(place: Place, send: (api: ApiClient, input: Input) => Promise<Retrospective>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => send(api, input),
    onSettled: () => queries.invalidateQueries({ queryKey: retrospectiveKey(place).slice(0, 3) }),
  });
}

export const useSaveAction = (place: Place) =>
  useCommand(
    place,
    (
      api,
      {
        actionId,
        ...body
      }: Pick<TeamAction, 'actionId' | 'n' | 'text' | 'dueAt' | 'state'> & {
        readonly ownerId: string;
        readonly expectedRevision: number;
      },
    ) =>
      api.call<typeof contract.SaveTeamAction>('put', `${GROUP}/actions/:actionId`, {
        params: { activityId: place.activityId, groupId: place.groupId, actionId },
        body,
      }),
  );

export const useOfferLesson = (place: Place) =>
  useCommand(place, (api, { lessonId, ...body }: Pick<Lesson, 'lessonId' | 'n' | 'title' | 'text'>) =>
    api.call<typeof contract.OfferLesson>('put', `${GROUP}/lessons/:lessonId`, {
      params: { activityId: place.activityId, groupId: place.groupId, lessonId },
      body,
    }),
  );

export function useLessons(activityId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: lessonsKey(activityId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListLessons>(
        'get',
        '/group-work/:activityId/lessons',
        { params: { activityId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: z.output<typeof contract.LessonsView>) => page.next,
    staleTime: 0,
  });
}

export function useDecideLesson(activityId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ lessonId, state }: { lessonId: string; state: 'published' | 'declined' }) =>
      api.call<typeof contract.DecideLesson>('put', '/group-work/:activityId/lessons/:lessonId/decision', {
        params: { activityId, lessonId },
        body: { state },
      }),
    onSettled: () =>
      Promise.all(
        [lessonsKey(activityId), [COURSE_LESSONS]].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
}

/** What is published in all projects of the course. @param q words that it holds; empty: all */
export function useCourseLessons(q: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [COURSE_LESSONS, q],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListCourseLessons>(
        'get',
        '/lessons',
        { query: { q: q === '' ? undefined : q, after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: CourseLessons) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
