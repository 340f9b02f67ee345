import type { DomainEvent } from '../../core/events.ts';
import { DONE, type Job, type Jobs } from '../../platform/jobs/ports.ts';
import { createPump, type Pump } from '../../platform/jobs/pump.ts';
import type { FollowEventsService, NoticeJob } from './follow-events.service.ts';
import type { RemindService } from './remind.service.ts';
import type { SendMailService } from './send-mail.service.ts';

const TELL = 'notices.tell';
const DUE = 'notices.due';
const REMIND = 'notices.remind';
/** How often due mail is looked for that nobody announced: delayed mail, and that of other servers. */
const IDLE_MS = 1_000;

type TellJob = Extract<NoticeJob, { type: 'tellAll' }>;
type DueJob = Extract<NoticeJob, { type: 'due' }>;
type RemindJob = Parameters<RemindService['carryOutAll']>;

/** Payloads are what the consumer below enqueued. */
export function defineNoticeJobs(jobs: Jobs, follow: FollowEventsService, remind: RemindService): void {
  jobs.define(TELL, async (payload) => {
    await follow.tellAll(payload as unknown as TellJob);
    return DONE;
  });
  jobs.define(DUE, async (payload) => {
    await follow.tellDue(payload as unknown as DueJob);
    return DONE;
  });
  jobs.define(REMIND, async ({ courseId, activityId, task }) => {
    await remind.carryOutAll(...([courseId, activityId, task] as RemindJob));
    return DONE;
  });
}

/** Stores what events say, and leaves what takes longer to jobs. The keys make the same event twice one job. */
export const createNoticeConsumer =
  (jobs: Jobs, follow: FollowEventsService) =>
  async (events: readonly DomainEvent[]): Promise<void> => {
    for (const job of await follow.follow(events)) await jobs.enqueue(jobOf(job));
    for (const event of events) {
      if (event.type === 'reminder.requested') await jobs.enqueue(remindJob(event));
    }
  };

function jobOf(job: NoticeJob): Job {
  if (job.type === 'tellAll') {
    const { key, from } = job.announcement;
    // By another moment it is another job: what is enqueued once more only ever moves forward.
    if (from) return { type: TELL, key: `${key}/${from.toISOString()}`, payload: { ...job }, dueAt: from };
    return { type: TELL, key, payload: { ...job } };
  }
  const { activityId, task, until, at } = job;
  const key = `${activityId}/${task}/${until.toISOString()}`;
  return { type: DUE, key, payload: { ...job }, dueAt: at };
}

/** One job per task: reminders of it are carried out one after the other. */
const remindJob = ({ courseId, data: { activityId, task } }: DomainEvent): Job => ({
  type: REMIND,
  key: `${String(activityId)}/${String(task)}`,
  payload: { courseId, activityId, task },
});

/** The loop that empties the mailboxes. */
export const createMailSender = (
  service: SendMailService,
  concurrency: number,
  log: { error(details: object, message: string): void },
): Pump =>
  createPump({
    claim: service.claim,
    run: service.send,
    onError: (error) => log.error({ err: error }, 'mailing broke off; it is taken up again'),
    concurrency,
    idleMs: () => IDLE_MS,
  });
