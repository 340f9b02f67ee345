import * as contract from '../../contracts/notices.ts';
import { handle, type Route } from '../../platform/http/route.ts';
import type { InboxService } from './inbox.service.ts';
import type { RemindService } from './remind.service.ts';
import type { NoticeSettingsService } from './settings.service.ts';

export const noticeRoutes = (
  inbox: InboxService,
  settings: NoticeSettingsService,
  remind: RemindService,
): Route[] => [
  handle(contract.ListNotices, ({ caller, query }) => inbox.list(caller, query.after, query.limit)),
  handle(contract.CountUnread, ({ caller }) => inbox.countUnread(caller)),
  handle(contract.MarkNotice, ({ caller, params, body }) => inbox.mark(caller, params.noticeId, body.unread)),
  handle(contract.MarkAllRead, ({ caller, params, body }) =>
    inbox.markAllRead(caller, params.batchId, new Date(body.upTo)),
  ),
  handle(contract.UndoMarkAllRead, ({ caller, params }) => inbox.undoMarkAllRead(caller, params.batchId)),
  handle(contract.GetNoticeSettings, ({ caller }) => settings.get(caller)),
  handle(contract.SaveNoticeSettings, ({ caller, body }) => {
    const { frequency, frequencyHere, quietHours, zone } = body;
    return settings.save(caller, { frequency, frequencyHere, quietHours, zone });
  }),
  handle(contract.NotePlace, ({ caller, body }) =>
    settings.savePlace(caller, { locale: body.locale, zone: body.zone }),
  ),
  handle(contract.TryAddressAgain, ({ caller }) => settings.tryAddressAgain(caller)),
  handle(contract.RevokeMailLinks, ({ caller }) => settings.revokeMailLinks(caller)),
  handle(contract.MakeCalendar, ({ caller }) => settings.makeCalendar(caller)),
  handle(contract.RevokeCalendar, ({ caller }) => settings.revokeCalendar(caller)),
  handle(contract.PreviewReminder, ({ caller, params, query }) =>
    remind.preview(caller.scope, params.activityId, query.task, query.after, query.limit),
  ),
  handle(contract.PreviewChosenReminder, ({ caller, params, body }) =>
    remind.previewChosen(caller.scope, params.activityId, body.task, body.memberIds),
  ),
  handle(contract.SendReminder, ({ caller, params, body }) =>
    remind.request(caller, params.activityId, params.reminderId, body.task, body.memberIds ?? null),
  ),
  handle(contract.GetReminder, ({ caller, params }) =>
    remind.get(caller.scope, params.activityId, params.reminderId),
  ),
];
