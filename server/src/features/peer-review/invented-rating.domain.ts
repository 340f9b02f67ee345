import type { Criterion, Rating } from '../../contracts/rubric.ts';
import { kindOf } from '../../contracts/rubric-rules.ts';

/** What an invented reviewer gives: about this share of what a criterion can give, with a comment where one is asked for. */
export function inventedRating(criterion: Criterion, share: number, text: string): Rating {
  const { id: criterionId, points, comment } = criterion;
  const kind = kindOf(criterion);
  const said = comment?.need === 'required' ? { comment: longEnough(text, comment.minimum) } : {};
  switch (kind.type) {
    case 'points':
      return { criterionId, points: Math.round(points * share), ...said };
    case 'yesNo':
      return { criterionId, points: share < 0.5 ? 0 : points, ...said };
    case 'scale': {
      const { min, max, step } = kind;
      const steps = Math.round(((max - min) / step) * share);
      // A sum of tenths is a little off in binary.
      return { criterionId, points: null, value: Number((min + steps * step).toPrecision(12)), ...said };
    }
    case 'levels': {
      const level = kind.levels[Math.round((kind.levels.length - 1) * share)];
      return { criterionId, points: null, ...(level && { level: level.id }), ...said };
    }
    case 'comment':
      return { criterionId, points: null, ...said };
  }
}

const longEnough = (text: string, minimum: number): string =>
  `${text} `
    .repeat(Math.max(1, Math.ceil(minimum / (text.length + 1))))
    .trim()
    .padEnd(minimum, '.');
