import type { ComparedPlace, GradeRange } from './compared-scale.domain.ts';
import type { ReviewMethod, ReviewWeights } from './combine-reviews.domain.ts';
import type { GradeParameters, HandedIn, LatePolicy } from './grade-policies.domain.ts';

/** One finished review as it counts: `points` of `maximum`, in the version that was the newest when grades were made. */
export interface ReviewInput {
  readonly reviewId: string;
  readonly version: number;
  readonly points: number;
  readonly maximum: number;
}

/** Sorted by `reviewId`, so that the same reviews are the same inputs. */
export interface ReviewsInputs {
  readonly reviews: readonly ReviewInput[];
}

export interface SubmissionInputs extends ReviewsInputs {
  /** Null when nothing was handed in. */
  readonly handedIn: HandedIn | null;
}

export interface WeighedInputs extends SubmissionInputs {
  /** What each review says beside the others; null: all the same, or another method. */
  readonly weights: ReviewWeights | null;
  /** Half of the 95 % interval, in percentage points; null while nothing is known of it. */
  readonly margin: number | null;
}

export interface DecidedInputs extends Omit<WeighedInputs, 'reviews'> {
  /** Those that count, each by how much: above 0, and 1 in full. */
  readonly reviews: readonly (ReviewInput & { readonly weight: number })[];
  /** Those that staff have set aside, sorted by `reviewId`. */
  readonly setAside: readonly Pick<ReviewInput, 'reviewId' | 'version'>[];
}

export interface SetInputs extends Omit<DecidedInputs, 'reviews'> {
  /** With what each comes to when what staff have set stands in the place of the reviewer's own ratings. */
  readonly reviews: readonly (DecidedInputs['reviews'][number] & {
    readonly asSet: { readonly points: number; readonly maximum: number };
  })[];
  /** What staff have set, in the rubric's order; empty where they have set nothing. */
  readonly criteria: readonly {
    readonly criterionId: string;
    readonly title: string;
    readonly points: number;
    readonly maximum: number;
    readonly revision: number;
  }[];
}

export interface ComparedInputs {
  /** What the comparisons say of the work; null while none is made. */
  readonly compared:
    | (ComparedPlace & {
        /** In how many comparisons it was chosen, counted over all criteria, and how many were made. */
        readonly chosen: number;
        readonly made: number;
        readonly criteria: readonly {
          readonly title: string;
          readonly chosen: number;
          readonly of: number;
        }[];
      })
    | null;
  readonly handedIn: HandedIn | null;
}

export interface AgreementInputs {
  /** As in `ReviewingInputs`; how far the review agrees with the best one, 0 to 100, null where it is not submitted. */
  readonly given: readonly {
    readonly reviewId: string;
    readonly version: number;
    readonly agreement: number | null;
  }[];
  readonly open: boolean;
}

export interface HelpfulnessInputs {
  /** As in `AgreementInputs`; how helpful the author finds the review, 1 to 5, null where nobody has said so. */
  readonly given: readonly (AgreementInputs['given'][number] & { readonly helpfulness: number | null })[];
  readonly open: boolean;
}

export interface QualityInputs {
  /** As in `HelpfulnessInputs`; how good staff find the review, 1 to 5, null where they have not said so. */
  readonly given: readonly (HelpfulnessInputs['given'][number] & { readonly quality: number | null })[];
  readonly open: boolean;
}

export interface ReviewingInputs {
  /** The reviews one has to write, sorted by `reviewId`; version 0 is not submitted. */
  readonly given: readonly { readonly reviewId: string; readonly version: number }[];
  /** Whether more may still be submitted. */
  readonly open: boolean;
}

export interface AnswersInputs {
  /** The attempt that stands, as it was scored by the version that was answered; null when nothing was answered. */
  readonly attempt: {
    readonly answerId: string;
    readonly version: number;
    readonly attempt: number;
    readonly points: number;
    readonly possible: number;
  } | null;
}

export interface TeamAnswersInputs extends AnswersInputs {
  /** What the group has answered together; null: there was none, and one's own count in full. */
  readonly team: { readonly groupId: string; readonly points: number; readonly possible: number } | null;
}

export interface TeamParameters extends GradeParameters {
  /** Percent that the group's answers count; one's own count the rest. */
  readonly teamPercent: number;
}

export interface MilestonesInputs {
  /** In the order of the set-up; `done` posts of `count` counted when the grade was made. */
  readonly milestones: readonly {
    readonly n: number;
    readonly kind: 'thread' | 'reply' | 'any';
    readonly count: number;
    readonly words: number;
    readonly differentPeople: boolean;
    readonly points: number;
    readonly met: boolean;
    readonly done: number;
  }[];
}

export interface MarkedInputs {
  /** What staff have given by the rubric, in which version; null while they have not. */
  readonly mark: { readonly n: number; readonly points: number; readonly maximum: number } | null;
}

export interface GroupMilestonesInputs {
  /** In the order of the set-up. */
  readonly milestones: readonly {
    readonly n: number;
    readonly title: string;
    readonly points: number;
    /** What staff have given the group, in which version of theirs; null while they have not. */
    readonly mark: { readonly n: number; readonly points: number; readonly maximum: number } | null;
    /** Nothing was handed in, and nothing can be any more. */
    readonly missed: boolean;
    readonly late: { readonly days: number; readonly percentPerDay: number };
    /** Points that the member has more or less than the group. */
    readonly adjustment: number;
  }[];
}

export interface FactoredMilestonesInputs {
  readonly milestones: readonly (GroupMilestonesInputs['milestones'][number] & {
    /**
     * By what the member's contribution changes what the group was given, in this percentage of it; null or absent: by
     * nothing, as too few others have said something.
     */
    readonly factor?: { readonly value: number; readonly percent: number } | null;
  })[];
}

export interface MilestoneShare extends GradeParameters {
  /** Percent that the milestones count; the rubric counts the rest. */
  readonly milestonesPercent: number;
}

export interface SubmissionParameters extends GradeParameters {
  readonly late: LatePolicy | null;
}

export interface MethodParameters extends SubmissionParameters {
  readonly method: ReviewMethod;
}

export interface ComparedParameters extends SubmissionParameters {
  readonly range: GradeRange;
}

export interface AgreementParameters extends GradeParameters {
  /** Percent of the grade for reviewing that is for agreement, by how strict a comparison; null: none of it. */
  readonly agreement: { readonly percent: number; readonly strictness: string } | null;
}

export interface HelpfulnessParameters extends AgreementParameters {
  /** Percent of the grade for reviewing that is for helpful reviews. */
  readonly helpfulness: { readonly percent: number };
}

/** With or without a share for how helpful reviews are. */
export type JudgedParameters = Omit<HelpfulnessParameters, 'helpfulness'> & {
  readonly helpfulness: HelpfulnessParameters['helpfulness'] | null;
};

export interface QualityParameters extends JudgedParameters {
  /** Percent of the grade for reviewing that is for how good staff find the reviews. */
  readonly quality: { readonly percent: number };
}

export interface TotalParameters extends SubmissionParameters {
  /** Percent each part counts; together 100, or more where that is extra credit. */
  readonly weights: { readonly work: number; readonly reviewing: number };
}
