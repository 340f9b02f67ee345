import type { ResultsView } from '../../contracts/questionnaire.ts';
import { cellsOf, headingsOf, type Item } from '../../contracts/questionnaire-rules.ts';
import { AppError } from '../../core/app-error.ts';
import type { Clock } from '../../core/clock.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { Csv } from '../../platform/csv/ports.ts';
import type { Caller } from '../../platform/http/ports.ts';
import type { CourseService } from '../course/index.ts';
import type { AnswerStore } from './answers.store.ts';
import { type Answered, countable, phaseOf, type Questionnaire } from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { namedAnswersView, resultsView } from './questionnaire.views.ts';
import { type Choice, countedRows, tally } from './results.domain.ts';

interface Ports {
  readonly store: QuestionnaireStore;
  readonly answers: AnswerStore;
  readonly course: Pick<CourseService, 'findMembers'>;
  readonly csv: Pick<Csv, 'write'>;
  readonly clock: Clock;
}

interface OfVersion {
  readonly questionnaire: Questionnaire;
  readonly version: number;
  readonly items: Item[];
}

export type ResultsService = ReturnType<typeof createResultsService>;

/** What questionnaires have brought, for staff: three round trips, and a fourth for names. */
export function createResultsService({ store, answers, course, csv, clock }: Ports) {
  /** @throws AppError NOT_FOUND also for a version that was never there. */
  async function getVersion(scope: CourseScope, id: string, wanted: number | undefined): Promise<OfVersion> {
    const [questionnaire, former] = await Promise.all([
      store.find(scope, id),
      wanted === undefined ? null : store.findVersion(scope, id, wanted),
    ]);
    if (!questionnaire) throw new AppError('NOT_FOUND', { kind: 'questionnaire' });
    const version = wanted ?? questionnaire.version;
    const items = version === questionnaire.version ? questionnaire.settings.items : former?.items;
    if (!items) throw new AppError('NOT_FOUND', { kind: 'version' });
    return { questionnaire, version, items };
  }

  function tallyOf(
    { questionnaire, version, items }: OfVersion,
    all: readonly Answered[],
    choice: Choice | null,
  ) {
    const { visibility } = questionnaire.settings;
    const ofVersion = all.filter((answer) => answer.version === version);
    const isClosed = phaseOf(questionnaire, clock.now()) === 'closed' || version < questionnaire.version;
    const counted = countable(ofVersion, visibility, isClosed).map((answer) => answer.answers);
    return {
      answers: ofVersion.length,
      tallied: tally(items, counted, choice, visibility === 'anonymous'),
    };
  }

  async function namesOf(scope: CourseScope, page: readonly Answered[]) {
    const members = await course.findMembers(
      scope,
      page.flatMap(({ memberId }) => memberId ?? []),
    );
    const names = new Map(members.map(({ id, name }) => [id, name]));
    return (memberId: string): string | null => names.get(memberId) ?? null;
  }

  return {
    /** @throws AppError NOT_FOUND */
    async read(
      caller: Caller,
      id: string,
      wanted: number | undefined,
      choice: Choice | null,
    ): Promise<ResultsView> {
      const [found, all] = await Promise.all([
        getVersion(caller.scope, id, wanted),
        answers.listAll(caller.scope, id),
      ]);
      const { questionnaire, version, items } = found;
      const counts = new Map<number, number>([[questionnaire.version, 0]]);
      for (const answer of all) counts.set(answer.version, (counts.get(answer.version) ?? 0) + 1);
      return resultsView(questionnaire, {
        version,
        items,
        versions: [...counts]
          .map(([n, count]) => ({ version: n, answers: count }))
          .sort((a, b) => a.version - b.version),
        ...tallyOf(found, all, choice),
        mayEdit: caller.can('questionnaire.edit') && questionnaire.state !== 'closed',
      });
    },

    /** @throws AppError NOT_FOUND, also where nobody may know who said what */
    async listNamed(
      { scope }: Caller,
      id: string,
      wanted: number | undefined,
      after: string | undefined,
      limit: number,
    ) {
      const { questionnaire, version } = await getVersion(scope, id, wanted);
      if (questionnaire.settings.visibility === 'anonymous')
        throw new AppError('NOT_FOUND', { kind: 'names' });
      const rows = await answers.list(scope, id, version, after, limit + 1);
      const page = rows.slice(0, limit);
      const nameOf = await namesOf(scope, page);
      return namedAnswersView(page, nameOf, rows.length > limit ? (page.at(-1)?.id ?? null) : null);
    },

    /** @throws AppError NOT_FOUND */
    async exportFile({ scope }: Caller, id: string, wanted: number | undefined): Promise<{ csv: string }> {
      const [found, all] = await Promise.all([getVersion(scope, id, wanted), answers.listAll(scope, id)]);
      const { questionnaire, version, items } = found;
      if (questionnaire.settings.visibility === 'anonymous') {
        const { tallied } = tallyOf(found, all, null);
        const rows = items.flatMap((item, index) => {
          const counts = tallied?.tallies[index];
          return counts ? countedRows(item, counts) : [];
        });
        return { csv: csv.write([['Question', 'Answer', 'Count'], ...rows]) };
      }
      const rows = all.filter((answer) => answer.version === version);
      const nameOf = await namesOf(scope, rows);
      const lines = rows
        .toSorted((a, b) => Number(a.submittedAt) - Number(b.submittedAt))
        .map(({ memberId, submittedAt, answers: given }) => [
          nameOf(memberId ?? '') ?? '',
          submittedAt?.toISOString() ?? '',
          ...items.flatMap((item) => cellsOf(item, given[item.id])),
        ]);
      return { csv: csv.write([['Name', 'Sent', ...items.flatMap(headingsOf)], ...lines]) };
    },
  };
}
