import { EVERYBODY } from '../../core/receivers.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { MatterSource, SourceMatter } from '../insights/index.ts';
import type { AnswerStore } from './answers.store.ts';
import type { Questionnaire } from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { pageOf, rowKeyOf } from './row-keys.domain.ts';
import { roundsOf } from './rounds.domain.ts';

/**
 * What waits for learners: the rounds of published questionnaires, each in its time. All wait for everybody alike; who
 * has answered is asked when somebody looks, since of an anonymous one no event tells it.
 */
export const createMatterSource = (
  store: Pick<QuestionnaireStore, 'find' | 'listPublished'>,
  answers: Pick<AnswerStore, 'findSheets'>,
): MatterSource => ({
  name: 'questionnaire',
  kind: 'work',
  forLearners: false,

  concernOf({ type, subject }) {
    const isAboutAll =
      type === 'questionnaire.published' ||
      type === 'questionnaire.changed' ||
      type === 'questionnaire.closed';
    return isAboutAll ? { topics: [subject.id], memberIds: [] } : null;
  },

  forEverybody: {
    async undone(scope, memberId, ids) {
      const keys = ids.map((id) => ({ ...keyOf(id), memberId }));
      const sheets = await answers.findSheets(scope, keys);
      return new Set(
        keys
          .filter(({ questionnaireId }) => sheets.get(questionnaireId)?.answered !== true)
          .map(({ questionnaireId, round }) => idOf(questionnaireId, round)),
      );
    },
  },

  async read(scope: CourseScope, topics, waitsFor) {
    if (!waitsFor.includes(EVERYBODY)) return [];
    const found = await Promise.all(topics.map((id) => store.find(scope, id)));
    return found.flatMap((one) => (one?.state === 'open' ? mattersOf(one) : []));
  },

  async listTopics(scope, after, limit) {
    const { page, next } = pageOf(await store.listPublished(scope, rowKeyOf(after), limit + 1), limit);
    return { topics: page.map(({ id }) => id), next };
  },
});

const idOf = (questionnaireId: string, round: number): string => `${questionnaireId}/${round}`;

function keyOf(id: string): { questionnaireId: string; round: number } {
  const [questionnaireId = '', round = ''] = id.split('/');
  return { questionnaireId, round: Number(round) };
}

const mattersOf = ({ id, settings, createdAt }: Questionnaire): SourceMatter[] =>
  roundsOf(settings).map(({ round, opensAt, closesAt }) => ({
    id: idOf(id, round),
    topic: id,
    activityId: id,
    waitsFor: EVERYBODY,
    code: 'QUESTIONNAIRE',
    params: { name: settings.title, count: 1 },
    since: opensAt ?? createdAt,
    until: closesAt,
  }));
