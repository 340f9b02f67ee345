import { asksOfGroup } from '../../contracts/questionnaire-rules.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';
import { STAFF } from '../../core/receivers.ts';
import type { MatterSource, SourceMatter } from '../insights/index.ts';
import type { AnswerStore } from './answers.store.ts';
import type { VersionFinder } from './find-version.service.ts';
import { evaluationsOf, patternsIn } from './member-evaluation.domain.ts';
import { type Questionnaire, roundNow } from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { pageOf, rowKeyOf } from './row-keys.domain.ts';
import { roundsOf } from './rounds.domain.ts';
import { answersTo } from './version-results.domain.ts';

/** After these another pattern may be there, or may be asked about. */
const ABOUT: ReadonlySet<DomainEvent['type']> = new Set([
  'questionnaire.answered',
  'questionnaire.changed',
  'questionnaire.published',
  'questionnaire.closed',
]);

const CODES = {
  lessThanOthers: 'MEMBER_DID_LESS',
  raiseEachOther: 'MEMBERS_RAISE_EACH_OTHER',
  atOdds: 'MEMBERS_AT_ODDS',
} as const;

/**
 * Patterns in what members of groups say of each other, as questions for a person once the round is over: they change no
 * grade, and staff deal with them or set them aside. Only the present round's and those of the one before wait.
 */
export const createPatternMatters = (
  store: Pick<QuestionnaireStore, 'find' | 'listPublished'>,
  versions: Pick<VersionFinder, 'getVersion'>,
  answers: Pick<AnswerStore, 'listAll'>,
): MatterSource => ({
  name: 'memberEvaluation',
  kind: 'people',
  // It looks at all who have answered, so that many who answer at once are looked at once.
  forLearners: true,

  concernOf: ({ type, subject }) => (ABOUT.has(type) ? { topics: [subject.id], memberIds: [] } : null),

  async read(scope, topics, waitsFor) {
    if (!waitsFor.includes(STAFF)) return [];
    const found = await Promise.all(topics.map((id) => store.find(scope, id)));
    const asking = found.flatMap((one) =>
      one && one.state !== 'draft' && one.settings.items.some(asksOfGroup) ? [one] : [],
    );
    const all = await Promise.all(asking.map((one) => mattersOf(scope, one, versions, answers)));
    return all.flat();
  },

  async listTopics(scope, after, limit) {
    const { page, next } = pageOf(await store.listPublished(scope, rowKeyOf(after), limit + 1), limit);
    return { topics: page.map(({ id }) => id), next };
  },
});

/** When no more answers come to a round; null while nobody knows. */
function endOf({ state, settings, changedAt, createdAt }: Questionnaire, round: number): Date | null {
  const ends = roundsOf(settings).find((one) => one.round === round)?.closesAt ?? null;
  if (state !== 'closed') return ends;
  const closed = changedAt ?? createdAt;
  return ends !== null && ends < closed ? ends : closed;
}

async function mattersOf(
  scope: CourseScope,
  questionnaire: Questionnaire,
  versions: Pick<VersionFinder, 'getVersion'>,
  answers: Pick<AnswerStore, 'listAll'>,
): Promise<SourceMatter[]> {
  const { id, settings } = questionnaire;
  const [found, all] = await Promise.all([versions.getVersion(scope, id, {}), answers.listAll(scope, id)]);
  const last = roundNow(questionnaire, found.now);
  return [last - 1, last].flatMap((round) => {
    const since = round < 1 ? null : endOf(questionnaire, round);
    if (since === null) return [];
    const groups = evaluationsOf(found.items, answersTo({ ...found, round }, all).answers);
    return patternsIn(groups).map(({ groupId, name, pattern, memberId }) => ({
      id: [id, round, groupId, pattern, memberId ?? ''].join('/'),
      topic: id,
      activityId: id,
      waitsFor: STAFF,
      code: CODES[pattern],
      params: { group: name ?? '', title: settings.title },
      about: memberId,
      since,
      until: null,
    }));
  });
}
