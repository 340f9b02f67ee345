import * as contract from '../../contracts/notices.ts';
import type { Notice } from './notices.domain.ts';
import type { PersonChoice, Reader } from './readers.domain.ts';
import type { Reminder } from './reminders.domain.ts';

/** A notice as its receiver sees it. */
export const noticeView = ({ id, content, activityId, title, at, until, unread, state }: Notice) =>
  contract.NoticeView.parse({
    id,
    content,
    activityId,
    title,
    at: at.toISOString(),
    until: until?.toISOString() ?? null,
    unread,
    state,
  });

/** How a person is told of things. */
export const settingsView = (
  choice: PersonChoice,
  reader: Reader,
  zone: string,
  mail: { readonly possible: 'yes' | 'noServer' | 'noAddress'; readonly address: string | null },
  calendar: { readonly url: string; readonly since: Date } | null,
) =>
  contract.NoticeSettingsView.parse({
    preferences: {
      frequency: choice.frequency,
      frequencyHere: reader.frequency,
      quietHours: choice.quietHours,
      zone: choice.zone,
    },
    zone,
    mail: {
      ...mail,
      // What was said of an earlier address says nothing about this one.
      refusal:
        reader.refusal && reader.refusal.address === mail.address
          ? { words: reader.refusal.words, at: reader.refusal.at.toISOString() }
          : null,
    },
    calendar: calendar && { url: calendar.url, since: calendar.since.toISOString() },
  });

/** Staff see whom they are about to remind. */
export const previewView = (preview: {
  readonly task: contract.ReminderTask;
  readonly until: Date;
  readonly lacking: number;
  readonly remindedLately: number;
  readonly byMail: boolean;
  readonly members: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly remindedLately: boolean;
  }[];
  readonly next: string | null;
}) => contract.ReminderPreview.parse({ ...preview, until: preview.until.toISOString() });

export const reminderView = ({ id, doneAt, reminded }: Reminder) =>
  contract.ReminderView.parse({ id, state: doneAt ? 'done' : 'sending', reminded });
