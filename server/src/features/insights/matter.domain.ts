import type { HomeView, OwnProgressView, WaitingItemView } from '../../contracts/insights.ts';
import type { CourseScope } from '../../core/course-scope.ts';
import type { DomainEvent } from '../../core/events.ts';

/**
 * "This waits for X, because, until, next action", as the feature that knows of it says it. It holds from `since` to
 * `until`, also when that lies ahead: a date that comes needs nobody who notes it.
 */
export interface SourceMatter {
  /** Names the matter within its source; for one receiver the same matter keeps its id. */
  readonly id: string;
  /** What is read at once within the source: an activity, a score, a dispute. */
  readonly topic: string;
  /** Null when it is about no single activity. */
  readonly activityId: string | null;
  /** A member's id, `STAFF`, or `EVERYBODY`. */
  readonly waitsFor: string;
  readonly code: WaitingItemView['because']['code'] | HomeView['next'][number]['code'];
  /** What fills the text. The name of `about` is none of it: it is read with the list. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The member it is about, whose name the text has. */
  readonly about?: string | null;
  readonly since: Date;
  readonly until: Date | null;
  /** When it should be dealt with; it goes on waiting after. */
  readonly answerBy?: Date | null;
  readonly nextAction?: WaitingItemView['nextAction'];
}

/** A matter as it is kept. */
export interface Matter extends Required<SourceMatter> {
  readonly kind: WaitingItemView['kind'];
  readonly key: string;
}

/** What a home shows of a matter. */
export type OwnMatter = Pick<
  Matter,
  'key' | 'code' | 'activityId' | 'params' | 'since' | 'until' | 'answerBy'
>;

/** How far a learner has come in an activity. */
export interface OwnProgress extends Omit<OwnProgressView, 'submittedAt'> {
  readonly submittedAt: Date | null;
}

/** For whom matters may have changed; `topics` null: in all, `memberIds` null: for all learners, `[]`: for staff alone. */
export interface Concern {
  readonly topics: readonly string[] | null;
  readonly memberIds: readonly string[] | null;
}

/** Says that what waits for staff under some topics may have changed; what asks for it is repeated until it succeeds. */
export type Announce = (scope: CourseScope, topics: readonly string[]) => Promise<void>;

/** What waits for every learner alike, where no event may tell who has done it: an anonymous questionnaire. */
export interface EverybodyMatters {
  /** The ids of those of some matters that still wait for a member: one round trip. */
  undone(scope: CourseScope, memberId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/**
 * A feature that knows of matters. It is told of events and says whom they concern, then reads the matters anew from
 * its facts: it does not matter how often and in which order events come.
 */
export interface MatterSource {
  /** Stands in the keys, so it never changes; without a slash. */
  readonly name: string;
  readonly kind: Matter['kind'];
  /** Something waits for learners too; then what waits for staff is counted over them, and by a job that gathers. */
  readonly forLearners: boolean;
  concernOf(event: DomainEvent): Concern | null;
  /** What waits for every learner alike is read along with what waits for staff; who has done it is known here alone. */
  readonly forEverybody?: EverybodyMatters;
  /** All that waits for some receivers under some topics, now and at any later time. */
  read(
    scope: CourseScope,
    topics: readonly string[],
    waitsFor: readonly string[],
  ): Promise<readonly SourceMatter[]>;
  /** The topics under which something may wait, for a rebuild: the page after the `next` of the one before. */
  listTopics(
    scope: CourseScope,
    after: string | undefined,
    limit: number,
  ): Promise<{ readonly topics: readonly string[]; readonly next: string | null }>;
  /** Is given once what to call when a job of the source finds something that no event tells. */
  announceBy?(announce: Announce): void;
  /** Brings what it reads up to date from what that is derived from, before a rebuild. */
  prepare?(scope: CourseScope, topic: string): Promise<void>;
}

/** A feature that knows how far learners are. */
export interface ProgressSource {
  /** How far one member is in each activity, the newest first: at most two round trips. */
  progressOf(scope: CourseScope, memberId: string): Promise<OwnProgress[]>;
}

type Named = Pick<MatterSource, 'name'>;

/** A source's topic as it is kept. */
export const topicIn = ({ name }: Named, topic: string): string => `${name}/${topic}`;
export const topicOf = ({ name }: Named, kept: string): string => kept.slice(name.length + 1);

export const keptAs = (source: Pick<MatterSource, 'name' | 'kind'>, matter: SourceMatter): Matter => ({
  about: null,
  answerBy: null,
  nextAction: null,
  ...matter,
  key: `${source.name}/${matter.id}`,
  topic: topicIn(source, matter.topic),
  kind: source.kind,
});

const nameOf = ({ waitsFor, key }: Pick<Matter, 'waitsFor' | 'key'>): string => `${waitsFor}/${key}`;

/** Fields in the order of their names, so that the same things are the same text; dates are texts then. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What has to be written so that what is kept becomes what is wanted. */
export function difference<T extends Pick<Matter, 'waitsFor' | 'key'>>(
  kept: readonly T[],
  wanted: readonly T[],
): { readonly put: T[]; readonly remove: T[] } {
  const before = new Map(kept.map((matter) => [nameOf(matter), textOf(matter)]));
  const after = new Set(wanted.map(nameOf));
  return {
    put: wanted.filter((matter) => before.get(nameOf(matter)) !== textOf(matter)),
    remove: kept.filter((matter) => !after.has(nameOf(matter))),
  };
}
