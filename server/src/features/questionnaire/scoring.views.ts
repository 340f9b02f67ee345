import { OwnQuestionnaireView } from '../../contracts/questionnaire.ts';
import type { Answered } from './questionnaire.domain.ts';
import type { Judged, Score } from './scoring.domain.ts';

interface Attempt extends Pick<Answered, 'attempt' | 'submittedAt'> {
  readonly score: Score;
}

/**
 * For the learner whose answers they are.
 *
 * @param attempts in their order. @param judged the questions of the last. @param counts which attempt stands.
 */
export const ownScoresView = (
  attempts: readonly Attempt[],
  judged: readonly Judged[],
  counts: number | undefined,
): OwnQuestionnaireView['scores'] =>
  OwnQuestionnaireView.shape.scores.parse({
    attempts: attempts.map(({ attempt, submittedAt, score: { points, possible } }) => ({
      attempt,
      submittedAt: submittedAt?.toISOString(),
      points,
      possible,
      counts: attempt === counts,
    })),
    items: judged,
  });
