import type { GradingEffect, PeerReviewSettings } from '../../contracts/peer-review-settings.ts';
import type { PeerReview } from './peer-review.domain.ts';
import { rubricIdOf } from './rubric-versions.domain.ts';
import type { Difference } from './spot-checks.domain.ts';

/** A gradebook column as its settings name it. */
export interface NamedColumn {
  readonly key: string;
  readonly label: string;
  readonly maximum: number;
}

export const REVIEWING_COLUMN = 'reviewing';

/** The gradebook columns that settings ask for, the main one first. */
export function namedColumns({ title, points, columns }: PeerReviewSettings, mainKey: string): NamedColumn[] {
  const main = { key: mainKey, label: title, maximum: points };
  if (columns.kind !== 'separate') return [main];
  const { reviewingLabel, reviewingPoints } = columns;
  return [main, { key: REVIEWING_COLUMN, label: `${title} – ${reviewingLabel}`, maximum: reviewingPoints }];
}

/** What is there already, in numbers. */
export interface GradingFacts {
  /** Works with at least one finished review. */
  readonly gradable: number;
  /** Works that would be late, and those that are by the settings so far. */
  readonly lateAfter: number;
  readonly lateBefore: number;
  /** Reviews that are submitted, and those begun; none before they are allocated. */
  readonly written: { readonly submitted: number; readonly begun: number };
  /** What another way of combining reviews would change. */
  readonly combined: Difference;
}

/**
 * What changed settings do to grades, columns and the release of an activity that people work with already
 * (spec/peer-review.md item 1): nothing for what has no effect on anybody.
 */
export function effectsOf(
  review: PeerReview,
  wanted: PeerReviewSettings,
  facts: GradingFacts,
): GradingEffect[] {
  const { settings: before, phase } = review;
  const grading = [...columnEffects(before, wanted), ...rulesEffects(before, wanted, facts)];
  const effects = [
    ...grading,
    ...rubricEffects(review, wanted, facts),
    ...releaseEffects(review, wanted, facts),
  ];
  const recomputes = phase === 'released' && grading.some(({ code }) => code !== 'columnRenamed');
  if (recomputes) {
    const now = wanted.releaseMode.kind === 'immediate';
    effects.push({ code: now ? 'recomputedNow' : 'recomputedWhenAsked', count: facts.gradable });
  }
  return effects;
}

/** Grades stay: each review counts by the rubric that it was written by. */
function rubricEffects(
  { settings, allocation }: PeerReview,
  { criteria }: PeerReviewSettings,
  { written }: GradingFacts,
): GradingEffect[] {
  return allocation && rubricIdOf(settings.criteria) !== rubricIdOf(criteria)
    ? [{ code: 'rubricChanged', ...written }]
    : [];
}

function columnEffects(before: PeerReviewSettings, wanted: PeerReviewSettings): GradingEffect[] {
  const had = new Map(namedColumns(before, '').map((column) => [column.key, column]));
  const effects: GradingEffect[] = [];
  for (const { key, label, maximum } of namedColumns(wanted, '')) {
    const old = had.get(key);
    had.delete(key);
    if (!old) effects.push({ code: 'columnAdded', label, maximum });
    else {
      if (old.label !== label) effects.push({ code: 'columnRenamed', from: old.label, to: label });
      if (old.maximum !== maximum)
        effects.push({ code: 'pointsChanged', label, from: old.maximum, to: maximum });
    }
  }
  for (const { label } of had.values()) effects.push({ code: 'columnRemoved', label });
  const { columns } = wanted;
  if (columns.kind === 'total' && differ(before.columns, columns))
    effects.push({ code: 'totalOfBoth', work: columns.workPercent, reviewing: columns.reviewingPercent });
  if (columns.kind !== 'total' && before.columns.kind === 'total') effects.push({ code: 'workAlone' });
  return effects;
}

function rulesEffects(
  before: PeerReviewSettings,
  wanted: PeerReviewSettings,
  { lateAfter, lateBefore, combined }: GradingFacts,
): GradingEffect[] {
  const effects: GradingEffect[] = [];
  if (before.workMethod !== wanted.workMethod)
    effects.push({ code: 'reviewsCombined', method: wanted.workMethod, ...combined });
  if (differ(agreementOf(before), agreementOf(wanted))) {
    const agreement = agreementOf(wanted);
    effects.push(
      agreement ? { code: 'agreementCounts', percent: agreement.percent } : { code: 'agreementIgnored' },
    );
  }
  const [helpedBefore, helped] = [before, wanted].map(helpfulnessOf);
  if (differ(helpedBefore, helped))
    effects.push(
      helped ? { code: 'helpfulnessCounts', percent: helped.percent } : { code: 'helpfulnessIgnored' },
    );
  const [valuedBefore, valued] = [before, wanted].map(qualityOf);
  if (differ(valuedBefore, valued))
    effects.push(valued ? { code: 'qualityCounts', percent: valued.percent } : { code: 'qualityIgnored' });
  if (differ(before.late, wanted.late) && lateAfter + lateBefore > 0) {
    effects.push(
      wanted.late
        ? { code: 'lateWorks', count: lateAfter, percentPerDay: wanted.late.percentPerDay }
        : { code: 'lateForgiven', count: lateBefore },
    );
  }
  if (differ([before.rules, before.comparison], [wanted.rules, wanted.comparison]))
    effects.push({ code: 'rulesChanged' });
  return effects;
}

function releaseEffects(
  { settings, phase }: PeerReview,
  { releaseMode }: PeerReviewSettings,
  { gradable }: GradingFacts,
): GradingEffect[] {
  if (!differ(settings.releaseMode, releaseMode) || phase === 'released') return [];
  if (releaseMode.kind === 'date') return [{ code: 'releasedOn', at: releaseMode.releaseAt }];
  return [
    releaseMode.kind === 'manual'
      ? { code: 'releasedByHand' }
      : { code: 'releasedAtOnce', count: phase === 'review' ? gradable : 0 },
  ];
}

/** Where nothing is given for reviewing, none of them is worth anything. */
const helpfulnessOf = ({ columns, helpfulness }: PeerReviewSettings) =>
  columns.kind === 'work' ? null : helpfulness;
const qualityOf = ({ columns, quality }: PeerReviewSettings) => (columns.kind === 'work' ? null : quality);
const agreementOf = ({ columns, agreement }: PeerReviewSettings) =>
  columns.kind === 'work' ? null : agreement;

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
