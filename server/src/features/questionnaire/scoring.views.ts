import type { z } from 'zod';
import { OwnQuestionnaireView } from '../../contracts/questionnaire.ts';
import { isShown, type Item } from '../../contracts/questionnaire-rules.ts';
import type { Answered } from './questionnaire.domain.ts';
import { feedbackOn, rightAnswer, type Score } from './scoring.domain.ts';

interface Attempt extends Pick<Answered, 'attempt' | 'submittedAt' | 'answers'> {
  readonly items: readonly Item[];
  readonly score: Score;
}

/**
 * For the learner whose answers they are.
 *
 * @param attempts in their order. @param counts which of them stands. @param showsRight also what would have been right.
 */
export function ownScoresView(
  attempts: readonly Attempt[],
  counts: number | undefined,
  showsRight: boolean,
): z.output<typeof OwnQuestionnaireView>['scores'] {
  const last = attempts.at(-1);
  if (!last) return null;
  return OwnQuestionnaireView.shape.scores.parse({
    attempts: attempts.map(({ attempt, submittedAt, score }) => ({
      attempt,
      submittedAt: (submittedAt ?? new Date(0)).toISOString(),
      points: score.points,
      possible: score.possible,
      counts: attempt === counts,
    })),
    items: last.items
      .filter((item) => isShown(item, last.answers))
      .map((item) => ({
        item,
        answer: last.answers[item.id] ?? null,
        score: last.score.items.find(({ itemId }) => itemId === item.id) ?? null,
        feedback: feedbackOn(item, last.answers[item.id]),
        right: showsRight ? rightAnswer(item) : null,
      })),
  });
}
