import type { DynamicsAspect, DynamicsBand, TeamDynamicsView } from '../../contracts/team-dynamics.ts';
import { DYNAMICS_ASPECTS, DYNAMICS_FROM } from '../../contracts/team-limits.ts';

/** Members are asked this long after a milestone. */
const ASKED_MS = 14 * 86_400_000;

/** Names the survey of one group after one milestone. */
export interface SurveyKey {
  readonly activityId: string;
  readonly groupId: string;
  readonly n: number;
}

export type Steps = Readonly<Record<DynamicsAspect, number>>;
export type Bands = Record<DynamicsAspect, DynamicsBand>;

/**
 * What a group has answered. Whom it asks and until when is fixed by the first answer: whoever came later, or a date that
 * is moved, would let a result be seen before and after a single answer.
 */
export interface Survey extends SurveyKey {
  readonly memberIds: readonly string[];
  readonly until: Date;
  readonly answers: readonly { readonly by: string; readonly steps: Steps }[];
  /** The newest answer. */
  readonly answeredAt: Date;
}

interface Milestone {
  readonly n: number;
  readonly dueAt: string;
}

/** From when until when members are asked about a milestone, as long as nobody has answered. */
export function askedTime({ dueAt }: Pick<Milestone, 'dueAt'>): { since: Date; until: Date } {
  const since = new Date(dueAt);
  return { since, until: new Date(since.getTime() + ASKED_MS) };
}

/** When the last answer has come, or none can come any more. */
export const endOf = ({ memberIds, answers, until, answeredAt }: Survey): Date =>
  answers.length >= memberIds.length ? answeredAt : until;

/** By the middle of the answers, so that whoever knows one cannot tell another. */
export function bandOf(steps: readonly number[]): DynamicsBand {
  const sorted = steps.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? 0;
  const middle = (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
  return middle <= 2 ? 'low' : middle >= 4 ? 'good' : 'mixed';
}

/** What is shown of answers from when no more can come; null: before, or too few have come. */
export function bandsOf(survey: Survey, now: Date): Bands | null {
  if (now < endOf(survey) || survey.answers.length < DYNAMICS_FROM) return null;
  const band = (aspect: DynamicsAspect) => bandOf(survey.answers.map(({ steps }) => steps[aspect]));
  return Object.fromEntries(DYNAMICS_ASPECTS.map((aspect) => [aspect, band(aspect)])) as Bands;
}

export const lowIn = (bands: Bands): DynamicsAspect[] =>
  DYNAMICS_ASPECTS.filter((aspect) => bands[aspect] === 'low');

/** Whether somebody should ask how the group is: who does not dare to speak says little elsewhere. */
export const asksForALook = (bands: Bands): boolean => bands.safety === 'low' || lowIn(bands).length >= 2;

type Seen = Omit<TeamDynamicsView['surveys'][number], 'title' | 'opensAt' | 'until'> & {
  readonly opensAt: Date;
  readonly until: Date;
};

/** The survey of a milestone as one meets it. @param memberIds who is in the group now */
export function surveyAt(
  milestone: Milestone,
  survey: Survey | null,
  memberIds: readonly string[],
  forId: string,
  now: Date,
): Seen {
  const { since, until } = askedTime(milestone);
  const asked = survey?.memberIds ?? memberIds;
  const answers = survey?.answers ?? [];
  const bands = survey && bandsOf(survey, now);
  const about = { n: milestone.n, opensAt: since, until: survey?.until ?? until };
  const counts = { answered: answers.length, asked: asked.length, bands };
  const hasAnswered = answers.some(({ by }) => by === forId);
  const mayAnswer = asked.includes(forId) && memberIds.includes(forId);
  const own = hasAnswered ? 'answered' : mayAnswer ? 'asked' : null;
  return { ...about, ...counts, own, state: stateOf(about, counts, survey, now) };
}

function stateOf(
  { opensAt, until }: Pick<Seen, 'opensAt' | 'until'>,
  { asked, bands }: Pick<Seen, 'asked' | 'bands'>,
  survey: Survey | null,
  now: Date,
): Seen['state'] {
  if (bands !== null) return 'shown';
  if (survey === null && asked < DYNAMICS_FROM) return 'tooSmall';
  if (now >= (survey ? endOf(survey) : until)) return 'tooFew';
  return survey === null && now < opensAt ? 'upcoming' : 'open';
}

/** The milestone that is asked about now: the newest that is due, before any is the first; null: there is none. */
export function askedAbout(milestones: readonly Milestone[], now: Date): number | null {
  const byDate = milestones.toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  const due = byDate.filter(({ dueAt }) => Date.parse(dueAt) <= now.getTime());
  return (due.at(-1) ?? byDate[0])?.n ?? null;
}

/** The newest results of a group; null: there are none. */
export function newestOf(surveys: readonly Survey[], now: Date): Survey | null {
  const shown = surveys.filter((one) => bandsOf(one, now) !== null);
  return shown.toSorted((a, b) => endOf(a).getTime() - endOf(b).getTime()).at(-1) ?? null;
}
