import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/attendance.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';

export type CourseSession = z.output<typeof contract.ListCourseSessions.response>['items'][number];
export type SessionFields = z.output<typeof contract.SaveCourseSession.body>;
export type AttendanceRow = z.output<typeof contract.GetAttendance.response>['items'][number];
export type AttendanceState = NonNullable<AttendanceRow['state']>;

const LIST_KEY = ['course sessions'] as const;
const attendanceKey = (sessionId: string) => ['attendance', sessionId] as const;

export function useCourseSessions() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: LIST_KEY,
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListCourseSessions>(
        'get',
        '/course-sessions',
        { query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** The session with its learners, page by page. */
export function useAttendance(sessionId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: attendanceKey(sessionId),
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.GetAttendance>(
        'get',
        '/course-sessions/:sessionId/attendance',
        { params: { sessionId }, query: { after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export function useSaveSession() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ sessionId, body }: { sessionId: string; body: SessionFields }) =>
      api.call<typeof contract.SaveCourseSession>('put', '/course-sessions/:sessionId', {
        params: { sessionId },
        body,
      }),
    // Also when somebody was faster: what is true now is shown.
    onSettled: (_saved, _error, { sessionId }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: LIST_KEY }),
        queries.invalidateQueries({ queryKey: attendanceKey(sessionId) }),
      ]),
  });
}

/** What taking a session off would do. */
export function useSessionDeletion(sessionId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [...attendanceKey(sessionId), 'deletion'],
    queryFn: ({ signal }) =>
      api.call<typeof contract.PreviewSessionDeletion>(
        'get',
        '/course-sessions/:sessionId/deletion',
        { params: { sessionId } },
        signal,
      ),
  });
}

export function useDeleteSession(sessionId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (expectedRevision: number) =>
      api.call<typeof contract.DeleteCourseSession>('post', '/course-sessions/:sessionId/delete', {
        params: { sessionId },
        body: { expectedRevision },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: LIST_KEY }),
    onError: () => queries.invalidateQueries({ queryKey: attendanceKey(sessionId) }),
  });
}

export function useRecordAttendance(sessionId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (marks: { memberId: string; state: AttendanceState | null }[]) =>
      api.call<typeof contract.RecordAttendance>('put', '/course-sessions/:sessionId/attendance', {
        params: { sessionId },
        body: { marks },
      }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: attendanceKey(sessionId) }),
        queries.invalidateQueries({ queryKey: LIST_KEY }),
      ]),
  });
}
