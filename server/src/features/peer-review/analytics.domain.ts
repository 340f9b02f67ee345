import { ANALYTICS_BINS, FEEDBACK_DAYS, HELPFULNESS_MAX } from '../../contracts/limits.ts';
import { groupBy } from '../../core/group-by.ts';
import type { ReviewFigures } from './peer-review.domain.ts';
import { at, type Report, reportsOf, spreadOf } from './reports.domain.ts';

/** A submitted review with what is counted of it. */
export interface CountedReview {
  readonly id: string;
  readonly authorId: string;
  readonly reviewerId: string;
  /** Of the points. */
  readonly percent: number;
  readonly figures: ReviewFigures;
  /** At work on it; null: not measured. */
  readonly seconds: number | null;
}

export interface AnalyticsFacts {
  readonly criteria: readonly { readonly id: string; readonly title: string; readonly points: number }[];
  readonly reviews: readonly CountedReview[];
  /** What authors say, by review. */
  readonly helpfulness: ReadonlyMap<string, number>;
  /** When learners handed in, by member. */
  readonly handedInAt: ReadonlyMap<string, Date>;
}

/** 30 of 100 may be a little less than three tenths in binary. */
const ROUNDING = 1e-9;
const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const MINUTE_SECONDS = 60;
/** Words per bin: what a sentence or two has. */
const WORDS_WIDTH = 25;
/** Works that have to have two reviews before anything is said of their agreement. */
const COMPARED_MIN = 3;

/** All figures of an activity's reviews, in one pass over them for each kind. */
export function analyticsOf(facts: AnalyticsFacts) {
  const { criteria, reviews } = facts;
  const byWork = groupBy(reviews, ({ authorId }) => authorId);
  const spreads = [...byWork.values()]
    .filter((own) => own.length > 1)
    .map((own) => {
      const percents = own.map(({ percent }) => percent);
      return Math.max(...percents) - Math.min(...percents);
    });
  return {
    reviews: reviews.length,
    works: byWork.size,
    overall: distributionOf(reviews.map((review) => ({ review, percent: review.percent }))),
    criteria: criteria.map(({ id, title, points }) => ({
      id,
      title,
      ...distributionOf(
        reviews.flatMap((review) => {
          const rating = review.figures.ratings.find(({ criterionId }) => criterionId === id);
          // A criterion may not apply, and one without points has no grade.
          return rating && points > 0 && Number.isFinite(rating.points)
            ? [{ review, percent: (rating.points / points) * 100 }]
            : [];
        }),
      ),
    })),
    spreads: {
      works: spreads.length,
      median: medianOf(spreads),
      bins: binsOf(spreads, 100 / ANALYTICS_BINS),
    },
    reviewers: reviewersOf(reviews, byWork, facts.helpfulness),
    words: wordsOf(reviews),
    helpfulness: helpfulnessOf(facts),
    feedback: feedbackOf(byWork, facts.handedInAt),
  };
}
export type Analytics = ReturnType<typeof analyticsOf>;

interface Given {
  readonly review: CountedReview;
  readonly percent: number;
}

function distributionOf(given: readonly Given[]) {
  const percents = given.map(({ percent }) => percent);
  return {
    count: percents.length,
    mean: meanOf(percents),
    median: medianOf(percents),
    deviation: deviationOf(percents),
    bins: binsOf(percents, 100 / ANALYTICS_BINS),
    agreement: agreementOf(given),
  };
}

/**
 * How much of what reviews differ by is the works: the intraclass correlation of one review (ICC(1), McGraw and Wong 1996),
 * from the variances between and within works; null where hardly anything can be compared, or all say the same.
 */
function agreementOf(given: readonly Given[]): number | null {
  const works = new Map<string, number>();
  const compared = [...groupBy(given, ({ review }) => review.authorId)].filter(([, own]) => own.length > 1);
  if (compared.length < COMPARED_MIN) return null;
  const reports = compared.flatMap(([authorId, own]): Report[] => {
    works.set(authorId, works.size);
    return own.map(({ percent }) => ({ work: works.size - 1, reviewer: 0, value: percent }));
  });
  const { within, quality } = spreadOf(reportsOf(works.size, 1, reports, new Map()));
  return within + quality === 0 ? null : quality / (quality + within);
}

/** Each reviewer beside the others of the same works; who reviewed alone is beside nobody. */
function reviewersOf(
  reviews: readonly CountedReview[],
  byWork: ReadonlyMap<string, readonly CountedReview[]>,
  helpfulness: ReadonlyMap<string, number>,
) {
  const sums = new Map(
    [...byWork].map(([authorId, own]) => [authorId, own.reduce((sum, { percent }) => sum + percent, 0)]),
  );
  return [...groupBy(reviews, ({ reviewerId }) => reviewerId)].map(([id, own]) => {
    const apart = own.flatMap(({ authorId, percent }) => {
      const others = (byWork.get(authorId)?.length ?? 1) - 1;
      return others === 0 ? [] : [percent - ((sums.get(authorId) ?? 0) - percent) / others];
    });
    const rated = own.flatMap((review) => helpfulness.get(review.id) ?? []);
    return {
      id,
      reviews: own.length,
      mean: meanOf(own.map(({ percent }) => percent)) ?? 0,
      severity: meanOf(apart),
      consistency: deviationOf(apart),
      words: medianOf(own.map(({ figures }) => figures.words)),
      minutes: medianOf(own.flatMap(({ seconds }) => (seconds === null ? [] : [seconds / MINUTE_SECONDS]))),
      helpfulness: meanOf(rated),
    };
  });
}

function wordsOf(reviews: readonly CountedReview[]) {
  const words = reviews.map(({ figures }) => figures.words);
  return { median: medianOf(words), width: WORDS_WIDTH, bins: binsOf(words, WORDS_WIDTH) };
}

function helpfulnessOf({ reviews, helpfulness }: AnalyticsFacts) {
  const rated = reviews.flatMap(({ id, figures }) => {
    const level = helpfulness.get(id);
    return level === undefined ? [] : [{ level, words: figures.words }];
  });
  return {
    rated: rated.length,
    mean: meanOf(rated.map(({ level }) => level)),
    levels: Array.from({ length: HELPFULNESS_MAX }, (_, index) => {
      const own = rated.filter(({ level }) => level === index + 1);
      return { count: own.length, words: medianOf(own.map(({ words }) => words)) };
    }),
  };
}

/** What was handed in again after its reviews had begun counts from then on at the earliest: never less than no time. */
function feedbackOf(
  byWork: ReadonlyMap<string, readonly CountedReview[]>,
  handedInAt: ReadonlyMap<string, Date>,
) {
  const waits = [...byWork].flatMap(([authorId, own]) => {
    const from = handedInAt.get(authorId)?.getTime();
    if (from === undefined) return [];
    const hours = own.map(({ figures }) => Math.max(0, (figures.at.getTime() - from) / HOUR_MS));
    return [{ first: Math.min(...hours), last: Math.max(...hours) }];
  });
  const days = Array.from({ length: FEEDBACK_DAYS + 1 }, () => 0);
  for (const { first } of waits) {
    const day = Math.min(FEEDBACK_DAYS, Math.floor(first / DAY_HOURS));
    days[day] = (days[day] ?? 0) + 1;
  }
  return {
    works: waits.length,
    first: medianOf(waits.map(({ first }) => first)),
    last: medianOf(waits.map(({ last }) => last)),
    days,
  };
}

/** Counts in bins of a width from 0; the last takes what is above. */
function binsOf(values: readonly number[], width: number): number[] {
  const bins = Array.from({ length: ANALYTICS_BINS }, () => 0);
  for (const value of values) {
    const bin = Math.min(ANALYTICS_BINS - 1, Math.max(0, Math.floor(value / width + ROUNDING)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of the middle two when the number is even. */
function medianOf(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? at(sorted, middle) : (at(sorted, middle - 1) + at(sorted, middle)) / 2;
}

/** Of a sample; null with fewer than two. */
function deviationOf(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
