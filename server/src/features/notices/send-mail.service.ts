import type { Clock } from '../../core/clock.ts';
import { backoffMs } from '../../core/backoff.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import { fingerprint, newId, personIdOf } from '../../core/ids.ts';
import { UNSUBSCRIBE } from '../../contracts/paths.ts';
import type { Mailer, OutgoingMail } from '../../platform/mail/ports.ts';
import type { ActivityService } from '../activity/index.ts';
import type { CourseService, Member } from '../course/index.ts';
import type { CapabilityService } from './capabilities.service.ts';
import type { ClaimedMailbox, MailboxStore } from './mailboxes.store.ts';
import { type LmsPlace, mailText } from './mail.views.ts';
import { createNewsFinder } from './news.service.ts';
import type { News, Notice, NoticeSource } from './notices.domain.ts';
import type { NoticeStore } from './notices.store.ts';
import { DEFAULT_CHOICE, habitsOf, type Reader, UNKNOWN_READER } from './readers.domain.ts';
import type { ReaderStore } from './readers.store.ts';
import { decideMail, mailboxOf } from './send-mail.domain.ts';
import { wordingFor } from './texts/texts.views.ts';

export interface SendMailPorts {
  readonly notices: NoticeStore;
  readonly mailboxes: MailboxStore;
  readonly readers: ReaderStore;
  readonly capabilities: CapabilityService;
  readonly activities: Pick<ActivityService, 'find'>;
  readonly course: Pick<CourseService, 'findScope' | 'findMembers' | 'findPlaces'>;
  readonly sources: readonly Pick<NoticeSource, 'newsOf'>[];
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly log: { warn(details: object, message: string): void };
  /** A number in [0, 1) for the jitter of retries. */
  readonly random: () => number;
}

/** After it a sender that holds a mailbox counts as gone; it is renewed while a mail is on its way. */
const LEASE_MS = 60_000;
const RENEW_MS = 20_000;
/** Notices in one mail; what is beyond them comes in the next. */
const NOTICES_MAX = 50;

/** What is known of a member before a mail is decided on. */
interface Situation {
  readonly scope: CourseScope;
  readonly waiting: readonly Notice[];
  readonly member: Member | null;
  readonly reader: Reader;
  readonly host: Reader | null;
}

export type SendMailService = ReturnType<typeof createSendMailService>;

/**
 * Mails what is stored. A mailbox is held by a lease, and notices are marked as mailed after the server took the mail:
 * a crash in between repeats that one mail, under the same Message-ID, and loses none.
 */
export function createSendMailService(ports: SendMailPorts) {
  const { notices, mailboxes, readers, capabilities, activities, course, mailer, clock, log, random } = ports;
  const findNews = createNewsFinder(ports.sources);
  /** The mail server's rest, for all mailboxes: asking it once is enough. */
  let restUntil = 0;
  let failuresOfServer = 0;

  /** Where somebody is who set the activity up: whoever has never opened the tool is taken to be there too. */
  async function hostOf(scope: CourseScope, waiting: readonly Notice[]): Promise<Reader | null> {
    const [first] = waiting;
    const activity = first ? await activities.find(scope, first.activityId) : null;
    return activity && readers.findReader(scope, activity.createdBy);
  }

  async function situationOf(scope: CourseScope, memberId: string): Promise<Situation> {
    const [waiting, [member = null], known] = await Promise.all([
      notices.listWaiting(scope, memberId, NOTICES_MAX),
      course.findMembers(scope, [memberId]),
      readers.findReader(scope, memberId),
    ]);
    const host = known?.locale && known.zone ? null : await hostOf(scope, waiting);
    return { scope, waiting, member, reader: known ?? UNKNOWN_READER, host };
  }

  async function compose(
    { scope, reader, host }: Situation,
    member: Member,
    to: string,
    zone: string,
    toSend: readonly Notice[],
    news: ReadonlyMap<string, News>,
  ): Promise<OutgoingMail> {
    const wording = wordingFor(reader.locale, host?.locale);
    const activityIds = [...new Set(toSend.map(({ activityId }) => activityId))];
    const [places, unsubscribeUrl] = await Promise.all([
      course.findPlaces(scope, activityIds),
      capabilities.findOrMake(
        'unsubscribe',
        { scope, memberId: member.id, locale: wording.locale },
        UNSUBSCRIBE,
      ),
    ]);
    const placeOf = (activityId: string): LmsPlace | null => {
      const url = places.activityUrls.get(activityId);
      if (url !== undefined) return { url, leadsTo: 'activity' };
      return places.courseUrl === null ? null : { url: places.courseUrl, leadsTo: 'course' };
    };
    const { courseTitle } = places;
    return {
      to,
      ...mailText({ notices: toSend, news, courseTitle, placeOf, wording, zone, unsubscribeUrl }),
      language: wording.language,
      messageKey: hexOf(toSend.map(({ id }) => id).sort()),
      unsubscribeUrl,
    };
  }

  /** The server has spoken, or does not answer: all mailboxes wait, ever longer, for its sake. */
  function rest(words: string): Date {
    const now = clock.now().getTime();
    if (now >= restUntil) {
      failuresOfServer += 1;
      restUntil = now + backoffMs(failuresOfServer, random());
      log.warn(
        { event: 'mail.rests', words, failures: failuresOfServer },
        'the mail server takes nothing now',
      );
    }
    return new Date(restUntil);
  }

  const leaseEnd = (): Date => new Date(clock.now().getTime() + LEASE_MS);

  /** Holds a mailbox for as long as something takes. */
  async function held<T>(mailbox: ClaimedMailbox, act: () => Promise<T>): Promise<T> {
    const renewal = setInterval(() => {
      mailboxes.renew(mailbox, leaseEnd()).catch((error: unknown) => {
        log.warn({ err: error, memberId: mailbox.memberId }, 'the lease of a mailbox could not be renewed');
      });
    }, RENEW_MS);
    try {
      return await act();
    } finally {
      clearInterval(renewal);
    }
  }

  async function deliver(
    mailbox: ClaimedMailbox,
    { scope, waiting }: Situation,
    mail: OutgoingMail,
    sent: readonly Notice[],
  ): Promise<void> {
    const answer = await held(mailbox, () => mailer.send(mail));
    const ids = sent.map(({ id }) => id);
    const now = clock.now();
    if (answer.type === 'later') {
      const at = answer.server
        ? rest(answer.words)
        : new Date(now.getTime() + backoffMs(mailbox.tries, random()));
      await mailboxes.tryAgain(mailbox, at, now);
      return;
    }
    failuresOfServer = 0;
    if (answer.type === 'refused') {
      const { words, address } = answer;
      log.warn({ event: 'mail.refused', words, memberId: mailbox.memberId, address }, 'a mail was refused');
      if (address) await readers.saveRefusal(scope, mailbox.memberId, { address: mail.to, words, at: now });
    }
    await notices.endMail(scope, ids, answer.type === 'sent' ? 'mailed' : 'none');
    await finish(mailbox, waiting);
  }

  /** Closes the mailbox; when not all that waited was looked at, it is due again. */
  const finish = (mailbox: ClaimedMailbox, waiting: readonly Notice[]): Promise<void> =>
    waiting.length < NOTICES_MAX
      ? mailboxes.close(mailbox, clock.now())
      : mailboxes.putBack(mailbox, clock.now(), clock.now());

  return {
    /** Takes the next mailbox whose mail is due; none while the server rests. */
    async claim(): Promise<ClaimedMailbox | null> {
      const now = clock.now();
      if (now.getTime() < restUntil) return null;
      return mailboxes.claim(newId(), now, leaseEnd());
    },

    /** Mails what is due of one mailbox, or puts it back. */
    async send(mailbox: ClaimedMailbox): Promise<void> {
      const now = clock.now();
      const scope = await course.findScope(mailbox.courseId);
      if (!scope) return mailboxes.close(mailbox, now);
      const situation = await situationOf(scope, mailbox.memberId);
      const { waiting, member, reader, host } = situation;
      const person =
        member &&
        (await readers.findPerson(personIdOf(scope.platformId, scope.deploymentId, member.subject)));
      const habits = habitsOf(person ?? DEFAULT_CHOICE, reader, host);
      const address = member?.status === 'active' ? mailboxOf(member.email) : null;
      const refusedAddress = reader.refusal?.address ?? null;
      const decision = decideMail({ waiting, address, refusedAddress, habits }, now);
      if (decision.type === 'later') return mailboxes.putBack(mailbox, decision.at, now);
      await notices.endMail(
        scope,
        decision.drop.map(({ id }) => id),
        'none',
      );
      if (decision.type === 'nothing' || !member || address === null) return finish(mailbox, waiting);
      const { send, drop, news } = await findNews(scope, member, decision.notices);
      await notices.endMail(
        scope,
        drop.map(({ id }) => id),
        'none',
      );
      if (send.length === 0) return finish(mailbox, waiting);
      const mail = await compose(situation, member, address, habits.zone, send, news);
      await deliver(mailbox, situation, mail, send);
    },

    /** Since when mail is overdue, for the administrator; null when none is. */
    oldestDueAt: () => mailboxes.oldestDueAt(clock.now()),
  };
}

/** A key for a Message-ID: the same notices, the same mail. */
const hexOf = (ids: readonly string[]): string => Buffer.from(fingerprint(ids), 'base64').toString('hex');
