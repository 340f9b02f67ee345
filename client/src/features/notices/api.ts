import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/notices.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';

export type Notice = z.output<typeof contract.NoticeView>;
export type NoticeSettings = z.output<typeof contract.NoticeSettingsView>;
export type Preferences = z.output<typeof contract.NoticePreferences>;
export type TaskName = z.output<typeof contract.TaskName>;

const UNREAD_EVERY_MS = 60_000;
const WHILE_SENDING_MS = 1000;

const keys = {
  all: ['notices'] as const,
  list: ['notices', 'list'] as const,
  unread: ['notices', 'unread'] as const,
  settings: ['notices', 'settings'] as const,
};

/** How many notices are unread; asked again every minute while the page is seen. */
export function useUnread() {
  const api = useApi();
  return useQuery({
    queryKey: keys.unread,
    queryFn: ({ signal }) => api.call<typeof contract.CountUnread>('get', '/notices/unread', {}, signal),
    refetchInterval: ({ state }) => (state.status === 'error' ? false : UNREAD_EVERY_MS),
  });
}

export const notePlace = (api: ApiClient, place: { zone: string; locale: string }) =>
  api.call<typeof contract.NotePlace>('put', '/notices/place', { body: place });

export function useInbox() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.list,
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.ListNotices>('get', '/notices', { query: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** What reads or changes notices makes the list and the count be read again. */
function useNoticesMutation<Input, Output>(mutationFn: (api: ApiClient, input: Input) => Promise<Output>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => mutationFn(api, input),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.list }),
        queries.invalidateQueries({ queryKey: keys.unread }),
      ]),
  });
}

export const useMarkNotice = () =>
  useNoticesMutation((api, { id, unread }: { id: string; unread: boolean }) =>
    api.call<typeof contract.MarkNotice>('put', '/notices/items/:noticeId', {
      params: { noticeId: id },
      body: { unread },
    }),
  );

export const useMarkAllRead = () =>
  useNoticesMutation((api, { batchId, upTo }: { batchId: string; upTo: string }) =>
    api.call<typeof contract.MarkAllRead>('put', '/notices/read/:batchId', {
      params: { batchId },
      body: { upTo },
    }),
  );

export const useUndoMarkAllRead = () =>
  useNoticesMutation((api, batchId: string) =>
    api.call<typeof contract.UndoMarkAllRead>('delete', '/notices/read/:batchId', { params: { batchId } }),
  );

// How one is told

export function useNoticeSettings() {
  const api = useApi();
  return useQuery({
    queryKey: keys.settings,
    queryFn: ({ signal }) =>
      api.call<typeof contract.GetNoticeSettings>('get', '/notices/settings', {}, signal),
    // The form is filled once: what one changes must not be replaced underneath.
    refetchOnWindowFocus: false,
  });
}

function useSettingsMutation<Input>(mutationFn: (api: ApiClient, input: Input) => Promise<NoticeSettings>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => mutationFn(api, input),
    onSuccess: (saved) => queries.setQueryData(keys.settings, saved),
  });
}

export const useSavePreferences = () =>
  useSettingsMutation((api, body: Preferences) =>
    api.call<typeof contract.SaveNoticeSettings>('put', '/notices/settings', { body }),
  );

export const useTryAddressAgain = () =>
  useSettingsMutation<void>((api) =>
    api.call<typeof contract.TryAddressAgain>('delete', '/notices/refusal', {}),
  );

export const useRevokeMailLinks = () =>
  useSettingsMutation<void>((api) =>
    api.call<typeof contract.RevokeMailLinks>('delete', '/notices/mail-links', {}),
  );

export const useMakeCalendar = () =>
  useSettingsMutation<void>((api) => api.call<typeof contract.MakeCalendar>('post', '/notices/calendar', {}));

export const useRevokeCalendar = () =>
  useSettingsMutation<void>((api) =>
    api.call<typeof contract.RevokeCalendar>('delete', '/notices/calendar', {}),
  );

// Reminders by staff

/** Who would be reminded, page by page. */
export function useReminderPreview(activityId: string, task: TaskName) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['reminder-preview', activityId, task],
    queryFn: ({ pageParam, signal }) =>
      api.call<typeof contract.PreviewReminder>(
        'get',
        '/activities/:activityId/reminders',
        { params: { activityId }, query: { task, after: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // Who lacks something changes while one looks elsewhere: a preview is never an old one.
    gcTime: 0,
  });
}

/** Sends a reminder and waits until it is carried out. @returns how many were reminded */
export function useRemind(activityId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ reminderId, task }: { reminderId: string; task: TaskName }) => {
      const params = { activityId, reminderId };
      const path = '/activities/:activityId/reminders/:reminderId';
      let reminder = await api.call<typeof contract.SendReminder>('put', path, { params, body: { task } });
      while (reminder.state === 'sending') {
        await new Promise((resolve) => setTimeout(resolve, WHILE_SENDING_MS));
        reminder = await api.call<typeof contract.GetReminder>('get', path, { params });
      }
      return reminder.reminded ?? 0;
    },
  });
}
