import { createAnnounceService } from './announce.service.ts';
import { createCapabilityService } from './capabilities.service.ts';
import { createCapabilityStore } from './capabilities.store.ts';
import { createFollowEventsService } from './follow-events.service.ts';
import { createInboxService } from './inbox.service.ts';
import { createLinksService, type LinkPorts } from './links.service.ts';
import { createMailboxStore } from './mailboxes.store.ts';
import type { NoticeSource } from './notices.domain.ts';
import { createMailSender, createNoticeConsumer, defineNoticeJobs } from './notices.jobs.ts';
import { noticeRoutes } from './notices.routes.ts';
import { createNoticeStore } from './notices.store.ts';
import { createReaderStore } from './readers.store.ts';
import { createReminderStore } from './reminders.store.ts';
import { createRemindService, type RemindPorts } from './remind.service.ts';
import { createSendMailService, type SendMailPorts } from './send-mail.service.ts';
import { createNoticeSettingsService } from './settings.service.ts';
import { createTellLackingService } from './tell-lacking.service.ts';

export type { Deadline, NoticeChange, NoticeSource, TaskSource } from './notices.domain.ts';

interface Ports {
  readonly connection: Parameters<typeof createNoticeStore>[0];
  readonly jobs: Parameters<typeof defineNoticeJobs>[0];
  readonly clock: SendMailPorts['clock'];
  readonly log: SendMailPorts['log'] & Parameters<typeof createMailSender>[2];
  readonly activities: SendMailPorts['activities'];
  readonly course: SendMailPorts['course'] & LinkPorts['course'] & RemindPorts['course'];
  readonly sources: readonly NoticeSource[];
  readonly secrets: Parameters<typeof createCapabilityService>[1];
  readonly publicUrl: string;
  readonly writeCalendar: LinkPorts['writeCalendar'];
  /** Null: no mail server is set up, and people have their inboxes alone. */
  readonly mailer: SendMailPorts['mailer'] | null;
  /** Tells the relay that events were written. */
  readonly eventsWritten: () => void;
  /** A number in [0, 1) for the jitter of retries. */
  readonly random?: () => number;
}

/** Notices: inbox, mail, reminders, calendar. `start` begins to mail; `stop` waits for what is on its way. */
export function createNotices(ports: Ports) {
  const { connection, jobs, clock, log, course, sources, mailer, random = Math.random } = ports;
  const notices = createNoticeStore(connection);
  const mailboxes = createMailboxStore(connection);
  const readers = createReaderStore(connection);
  const reminders = createReminderStore(connection);
  const capabilities = createCapabilityService(
    createCapabilityStore(connection),
    ports.secrets,
    ports.publicUrl,
    clock,
  );
  const byMail = mailer !== null;
  const sending =
    mailer && createSendMailService({ ...ports, mailer, notices, mailboxes, readers, capabilities, random });
  const sender = sending && createMailSender(sending, mailer.concurrency, log);
  const mailDue = (): void => sender?.kick();
  const announce = createAnnounceService({ notices, mailboxes, clock, byMail, mailDue });
  const lacking = createTellLackingService(announce, clock);
  const follow = createFollowEventsService({ sources, course, announce, lacking });
  const remind = createRemindService({ ...ports, notices, reminders, lacking, byMail });
  const settings = createNoticeSettingsService({
    readers,
    mailboxes,
    capabilities,
    course,
    clock,
    byMail,
    mailDue,
  });
  defineNoticeJobs(jobs, follow, remind);
  return {
    routes: noticeRoutes(createInboxService(notices), settings, remind),
    /** Turns events into notices. */
    consumer: createNoticeConsumer(jobs, follow),
    /** Settles what asks some members for a task, for what no event may tell. */
    settle: announce.settleNow,
    /** What works by the secret in an address alone. */
    links: createLinksService({ ...ports, readers, capabilities }),
    /** Since when mail is overdue; null when none is. */
    oldestDueMailAt: async (): Promise<Date | null> => (sending ? sending.oldestDueAt() : null),
    start: (): void => sender?.start(),
    stop: async (): Promise<void> => sender?.stop(),
    /** Mails all that is due, one after the other; for tests. */
    sendDueOnce: async (): Promise<number> => (sender ? sender.drain() : 0),
  };
}
