import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as contract from '../../../../server/src/contracts/notices.ts';
import type { ApiClient } from '../../app/api-client.ts';
import { useApi } from '../../app/context.ts';
import { useMutation } from '../../app/use-mutation.ts';
import { UNREAD_KEY } from './unread-api.ts';

export type Notice = z.output<typeof contract.NoticeView>;
export type NoticeSettings = z.output<typeof contract.NoticeSettingsView>;
export type Preferences = z.output<typeof contract.NoticePreferences>;
export type ReminderTask = z.output<typeof contract.ReminderTask>;

const WHILE_SENDING_MS = 1000;

const keys = {
  list: ['notices', 'list'] as const,
  settings: ['notices', 'settings'] as const,
};

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
        queries.invalidateQueries({ queryKey: UNREAD_KEY }),
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

/** Who would be reminded, page by page; of chosen learners all at once. */
export function useReminderPreview(activityId: string, task: ReminderTask, memberIds?: readonly string[]) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['reminder-preview', activityId, task, memberIds],
    queryFn: ({ pageParam, signal }) => {
      if (memberIds !== undefined) {
        return api.call<typeof contract.PreviewChosenReminder>(
          'post',
          '/activities/:activityId/reminders/preview',
          { params: { activityId }, body: { task, memberIds: [...memberIds] } },
          signal,
        );
      }
      return api.call<typeof contract.PreviewReminder>(
        'get',
        '/activities/:activityId/reminders',
        { params: { activityId }, query: { task, after: pageParam } },
        signal,
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    // Who lacks something changes while one looks elsewhere: a preview is never an old one.
    gcTime: 0,
  });
}

interface ReminderWish {
  readonly reminderId: string;
  readonly task: ReminderTask;
  /** Chosen learners; everybody who lacks the task when it is left out. */
  readonly memberIds?: readonly string[] | undefined;
}

/** Sends a reminder and waits until it is carried out. @returns how many were reminded */
export function useRemind(activityId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ reminderId, task, memberIds }: ReminderWish) => {
      const params = { activityId, reminderId };
      const path = '/activities/:activityId/reminders/:reminderId';
      const body = { task, ...(memberIds && { memberIds: [...memberIds] }) };
      let reminder = await api.call<typeof contract.SendReminder>('put', path, { params, body });
      while (reminder.state === 'sending') {
        await new Promise((resolve) => setTimeout(resolve, WHILE_SENDING_MS));
        reminder = await api.call<typeof contract.GetReminder>('get', path, { params });
      }
      return reminder.reminded ?? 0;
    },
  });
}
