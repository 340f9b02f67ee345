import type { Clock } from '../../core/clock.ts';
import type { OwnMatterSource } from '../insights/index.ts';
import type { AnswerStore } from './answers.store.ts';
import { phaseOf } from './questionnaire.domain.ts';
import type { QuestionnaireStore } from './questionnaire.store.ts';
import { roundAt, roundsOf } from './rounds.domain.ts';

/** Questionnaires of one course that a home shows: the newest. */
const NEWEST = 100;

/**
 * What waits for a learner: questionnaires, or rounds of them, that are open and not answered. Read as it is right now,
 * since that somebody has answered an anonymous one is no event which others could follow.
 */
export const createHomeSource = (
  store: Pick<QuestionnaireStore, 'listPublished'>,
  answers: Pick<AnswerStore, 'findSheets'>,
  clock: Clock,
): OwnMatterSource => ({
  async listNow(scope, memberId) {
    const now = clock.now();
    const open = (await store.listPublished(scope, null, NEWEST))
      .filter((questionnaire) => phaseOf(questionnaire, now) === 'open')
      .flatMap((questionnaire) => {
        const { current } = roundAt(roundsOf(questionnaire.settings), now);
        return current === null ? [] : [{ questionnaire, round: current }];
      });
    const sheets = await answers.findSheets(
      scope,
      open.map(({ questionnaire: { id }, round: { round } }) => ({ questionnaireId: id, memberId, round })),
    );
    return open
      .filter(({ questionnaire }) => sheets.get(questionnaire.id)?.answered !== true)
      .map(({ questionnaire: { id, settings, createdAt }, round }) => ({
        key: `questionnaire/${id}/${round.round}`,
        activityId: id,
        waitsFor: memberId,
        code: 'QUESTIONNAIRE',
        params: { name: settings.title, count: 1 },
        since: round.opensAt ?? createdAt,
        until: round.closesAt,
      }));
  },
});
