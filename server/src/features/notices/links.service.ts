import type { CourseScope } from '../../core/course-scope.ts';
import { hashSecret, personIdOf } from '../../core/ids.ts';
import type { WriteCalendar } from '../../platform/calendar/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { CapabilityService } from './capabilities.service.ts';
import type { Deadline, NoticeSource } from './notices.domain.ts';
import { askPage, calendarView, donePage, invalidPage, type LinkPage } from './pages.views.ts';
import { DEFAULT_CHOICE } from './readers.domain.ts';
import type { ReaderStore } from './readers.store.ts';
import { wordingFor } from './texts/texts.views.ts';

export interface LinkPorts {
  readonly sources: readonly NoticeSource[];
  readonly readers: ReaderStore;
  readonly capabilities: CapabilityService;
  readonly course: Pick<CourseService, 'findMembers' | 'findPlaces'>;
  readonly writeCalendar: WriteCalendar;
}

/** What works without a session, by the secret in an address: ending mail, and the calendar. */
export function createLinksService({ sources, readers, capabilities, course, writeCalendar }: LinkPorts) {
  async function switchOff(scope: CourseScope, memberId: string, from: 'here' | 'everywhere'): Promise<void> {
    if (from === 'here') return readers.saveFrequency(scope, memberId, 'off');
    const [member] = await course.findMembers(scope, [memberId]);
    if (!member) return;
    const personId = personIdOf(scope.platformId, scope.deploymentId, member.subject);
    const choice = (await readers.findPerson(personId)) ?? DEFAULT_CHOICE;
    await readers.savePerson(personId, { ...choice, frequency: 'off' });
    await readers.saveFrequency(scope, memberId, null);
  }

  return {
    /**
     * The page of an unsubscribe link. Looking at it changes nothing: programs follow links of mails too.
     *
     * @param from null only asks; `here` is also what one click in a mail program means (RFC 8058)
     * @param language of the browser, for a link that is not known
     */
    async unsubscribePage(
      secret: string,
      from: 'here' | 'everywhere' | null,
      language: string | undefined,
    ): Promise<LinkPage> {
      const capability = await capabilities.open('unsubscribe', secret);
      if (!capability) return invalidPage(wordingFor(...wishesOf(language)));
      const { scope, memberId, locale } = capability;
      const courseTitle = (await course.findPlaces(scope, [])).courseTitle;
      const wording = wordingFor(locale, ...wishesOf(language));
      if (from === null) return askPage(wording, courseTitle);
      await switchOff(scope, memberId, from);
      return donePage(wording, courseTitle, from);
    },

    /**
     * Deadlines of one member's course, in two round trips one after the other, and what changes when they do; null when the address is
     * none of ours.
     */
    async calendar(secret: string): Promise<{ body: string; etag: string } | null> {
      const capability = await capabilities.open('calendar', secret);
      if (!capability) return null;
      const { scope, memberId, locale } = capability;
      const [[member], places, lists] = await Promise.all([
        course.findMembers(scope, [memberId]),
        course.findPlaces(scope, []),
        Promise.all(sources.map((source) => source.listDeadlines?.(scope, memberId) ?? Promise.resolve([]))),
      ]);
      // Somebody who has left keeps an empty calendar: one that fails is shown as it was, for ever.
      const deadlines = member?.status === 'active' ? lists.flat().sort(byDate) : [];
      const body = writeCalendar(calendarView(deadlines, places, wordingFor(locale)));
      return { body, etag: `"${hashSecret(body)}"` };
    },
  };
}

const byDate = (a: Deadline, b: Deadline): number =>
  a.at.getTime() - b.at.getTime() || (a.activityId < b.activityId ? -1 : 1);

/** Languages of an Accept-Language header in the order they stand in, which browsers write by weight. */
const wishesOf = (header: string | undefined): string[] =>
  (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((wish) => wish.split(';', 1)[0]?.trim() ?? '');
