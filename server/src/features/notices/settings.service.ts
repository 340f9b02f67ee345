import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import { personIdOf } from '../../core/ids.ts';
import type { NoticePreferences } from '../../contracts/notices.ts';
import { CALENDAR } from '../../contracts/paths.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { CapabilityService } from './capabilities.service.ts';
import type { MailboxStore } from './mailboxes.store.ts';
import { settingsView } from './notices.views.ts';
import { DEFAULT_CHOICE, type Reader, UNKNOWN_READER, zoneOf } from './readers.domain.ts';
import type { ReaderStore } from './readers.store.ts';
import { mailboxOf } from './send-mail.domain.ts';

export interface SettingsPorts {
  readonly readers: ReaderStore;
  readonly mailboxes: MailboxStore;
  readonly capabilities: CapabilityService;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly clock: Clock;
  readonly byMail: boolean;
  /** Tells the sender that a mailbox may be due. */
  readonly mailDue: () => void;
}

export type NoticeSettingsService = ReturnType<typeof createNoticeSettingsService>;

/** How a person is told of things. */
export function createNoticeSettingsService(ports: SettingsPorts) {
  const { readers, mailboxes, capabilities, course, clock, byMail, mailDue } = ports;

  async function memberOf({ scope, member }: Caller) {
    const [found] = await course.findMembers(scope, [member.id]);
    if (!found) throw new AppError('NOT_FOUND', { kind: 'member' });
    return { ...found, personId: personIdOf(scope.platformId, scope.deploymentId, found.subject) };
  }

  /** Four round trips. */
  async function get(caller: Caller) {
    const { scope, member } = caller;
    const [found, known, calendar] = await Promise.all([
      memberOf(caller),
      readers.findReader(scope, member.id),
      capabilities.find('calendar', member.id, CALENDAR),
    ]);
    const choice = (await readers.findPerson(found.personId)) ?? DEFAULT_CHOICE;
    const reader = known ?? UNKNOWN_READER;
    const address = mailboxOf(found.email);
    const possible = byMail ? (address === null ? 'noAddress' : 'yes') : 'noServer';
    return settingsView(choice, reader, zoneOf(choice, reader, null), { possible, address }, calendar);
  }

  /** Mail that waits is judged by the new settings at once. */
  async function lookAgain({ scope, member }: Caller): Promise<void> {
    await mailboxes.bringForward(scope, member.id, clock.now());
    mailDue();
  }

  const holderOf = async ({ scope, member }: Caller) => {
    const reader = await readers.findReader(scope, member.id);
    return { scope, memberId: member.id, locale: reader?.locale ?? null };
  };

  return {
    get,

    async save(caller: Caller, preferences: NoticePreferences) {
      const { frequency, frequencyHere, quietHours, zone } = preferences;
      const { personId } = await memberOf(caller);
      await Promise.all([
        readers.savePerson(personId, { frequency, quietHours, zone }),
        readers.saveFrequency(caller.scope, caller.member.id, frequencyHere),
      ]);
      await lookAgain(caller);
      return get(caller);
    },

    async savePlace({ scope, member }: Caller, place: Pick<Reader, 'locale' | 'zone'>) {
      await readers.savePlace(scope, member.id, place);
      return {};
    },

    async tryAddressAgain(caller: Caller) {
      await readers.saveRefusal(caller.scope, caller.member.id, null);
      return get(caller);
    },

    async revokeMailLinks(caller: Caller) {
      await capabilities.renew('unsubscribe', await holderOf(caller));
      return get(caller);
    },

    async makeCalendar(caller: Caller) {
      await capabilities.renew('calendar', await holderOf(caller));
      return get(caller);
    },

    async revokeCalendar(caller: Caller) {
      await capabilities.revoke('calendar', caller.member.id);
      return get(caller);
    },
  };
}
