/** What a learner has done before an activity opens: handed in work in another, reached so much in a check, attended a session. */
export type Prerequisite =
  | { readonly kind: 'activity'; readonly activityId: string }
  | { readonly kind: 'check'; readonly questionnaireId: string; readonly percent: number }
  | { readonly kind: 'session'; readonly sessionId: string };

/** When an activity opens to a learner (spec/activity.md, 4). */
export interface Opening {
  readonly opensAt: Date | null;
  readonly after: readonly Prerequisite[];
  /** Counts the changes; the first makes it 1. */
  readonly revision: number;
  /** Of a copy: what its original asks for and this course does not have. Staff are told, until they save rules. */
  readonly lost?: readonly LostPrerequisite[];
}

/** A prerequisite that was left behind when an activity was copied. */
export interface LostPrerequisite {
  /** As the original has it. */
  readonly one: Prerequisite;
  /** What it is about, by its title there; null where that is not known. */
  readonly title: string | null;
}

/** Held by who had begun when the rules were changed: nobody is locked out of their own work. */
export const BEGUN = 'begun';

/** The activity, questionnaire or session that a prerequisite is about. */
export function targetOf(one: Prerequisite): string {
  if (one.kind === 'session') return one.sessionId;
  return one.kind === 'activity' ? one.activityId : one.questionnaireId;
}

/** The activities among prerequisites. */
export const activitiesIn = (after: readonly Prerequisite[]): string[] =>
  after.filter(({ kind }) => kind === 'activity').map(targetOf);

/** How it is kept that a member has met a prerequisite. */
export const keyOf = (one: Prerequisite): string =>
  `${one.kind}/${targetOf(one)}${one.kind === 'check' ? `/${one.percent}` : ''}`;

/** Whether somebody who holds these keys has met all there is to meet. */
export const isMet = (opening: Opening | null, met: readonly string[]): boolean =>
  met.includes(BEGUN) || (opening?.after ?? []).every((one) => met.includes(keyOf(one)));

/** Whether an activity is open to somebody who holds these keys. */
export const isOpenTo = (opening: Opening | null, met: readonly string[], now: Date): boolean =>
  met.includes(BEGUN) || (isMet(opening, met) && now >= (opening?.opensAt ?? now));
