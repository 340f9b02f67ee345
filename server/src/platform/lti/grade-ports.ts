/** Assignment and Grade Services 2.0 in the product's words; features get these types through `ports.ts`. */

/** A grade on its way to the LMS. `userId` is the LMS's own id of the person. */
export interface Score {
  readonly userId: string;
  /** Null: no grade. The LMS is asked to clear what it holds, where it can (`GradeAbilities.clearsScores`). */
  readonly scoreGiven: number | null;
  readonly scoreMaximum: number;
  readonly comment: string;
  /** The moment the grade was made, not of sending: an older one is ignored by the LMS. */
  readonly timestamp: Date;
}

/** "Handed in, not graded yet": never touches a grade that the LMS holds where `handedIn` is `preserves`. */
export interface HandedIn {
  readonly userId: string;
  readonly comment: string;
  readonly timestamp: Date;
  readonly submittedAt: Date;
  /** The address at which staff see this attempt, on the tool's own host; it says who and which, and gives no right. */
  readonly viewUrl: string;
}

/** What a platform's gradebook can do, as far as the tool has to act differently. */
export interface GradeAbilities {
  /** Whether a score without `scoreGiven` takes a grade away. */
  readonly clearsScores: boolean;
  /**
   * What a score-less "handed in" does to a grade that is there: Canvas is told to leave it; Moodle keeps only the
   * comment, in the place of the grade's own; AGS itself clears the grade.
   */
  readonly handedIn: 'preserves' | 'commentOnly' | 'clears';
}

/** Why the LMS said no, where that decides what happens next. */
export type RefusalCause =
  /** The tool's token or scope is not enough: settled by an administrator, for all scores at once. */
  | 'notAllowed'
  /** The person is no learner of the course, as far as the LMS is concerned. */
  | 'notAMember'
  /** The course is over and takes no more grades. */
  | 'courseConcluded'
  /** The assignment is not published yet: it will take the score when it is. */
  | 'unpublished'
  /** The learner has no attempt left. */
  | 'attemptsExhausted'
  /** The column is not there any more, or not the tool's. */
  | 'columnGone'
  | 'other';

/** The LMS refuses, and would refuse the same again: its status and words. */
export interface Refused {
  readonly type: 'refused';
  readonly cause: RefusalCause;
  /** 0 when nothing was sent at all. */
  readonly status: number;
  readonly words: string;
}

/** Try again, not before `retryAfterSeconds` where the LMS said so. */
export interface Busy {
  readonly type: 'busy';
  readonly status: number;
  readonly words: string;
  readonly retryAfterSeconds: number | null;
  /** Whether it is for load: then fewer requests at once are called for. */
  readonly throttled: boolean;
}

/** The connection broke, timed out, or something answered that is not the service: what became of it is unknown. */
export interface Unknown {
  readonly type: 'unknown';
  readonly words: string;
}

export type ScoreAnswer = (
  | { readonly type: 'stored' }
  /** The LMS holds this score or a newer one. */
  | { readonly type: 'notNewer' }
  | Refused
  | Busy
  | Unknown
) & {
  /** How many further requests the LMS has room for right now, where its answer tells. */
  readonly room?: number;
};

export interface ResultRead {
  readonly userId: string;
  readonly score: number | null;
  readonly maximum: number | null;
  readonly comment: string | null;
}

/** A gradebook column as it should be. */
export interface LineItemFacts {
  readonly label: string;
  readonly scoreMaximum: number;
  /** Names the activity; with `tag` it names the column, so that it is found again instead of made twice. */
  readonly resourceId: string;
  readonly tag: string;
  /** The LMS's own id of the resource link it hangs on, or null. */
  readonly resourceLinkId: string | null;
}

export interface LineItem extends LineItemFacts {
  /** With the query string that the LMS gave it. */
  readonly url: string;
}

/** What came of a call that reads or changes columns or reads results. */
export type ServiceAnswer<T> = { readonly type: 'ok'; readonly value: T } | Refused | Busy | Unknown;

/** The Assignment and Grade Services of one platform, by its id. Never throws for what the LMS does. */
export interface GradeServices {
  abilities(platformId: string): Promise<GradeAbilities>;

  postScore(platformId: string, lineItemUrl: string, score: Score): Promise<ScoreAnswer>;
  /** @param newAttempt false repeats a sending whose outcome is unknown, without using up an attempt. */
  postHandedIn(
    platformId: string,
    lineItemUrl: string,
    handedIn: HandedIn,
    newAttempt: boolean,
  ): Promise<ScoreAnswer>;

  /** The LMS's own result of one person; null when there is none. */
  readResult(
    platformId: string,
    lineItemUrl: string,
    userId: string,
  ): Promise<ServiceAnswer<ResultRead | null>>;
  /**
   * All results of a column, page by page. An answer that is not `ok` is the last; a service that gives the same
   * pages again and again is `unknown`.
   */
  readResults(platformId: string, lineItemUrl: string): AsyncIterable<ServiceAnswer<ResultRead[]>>;

  /** The tool's columns of a course that carry this `resourceId`. */
  findLineItems(
    platformId: string,
    lineItemsUrl: string,
    resourceId: string,
  ): Promise<ServiceAnswer<LineItem[]>>;
  createLineItem(
    platformId: string,
    lineItemsUrl: string,
    facts: LineItemFacts,
  ): Promise<ServiceAnswer<LineItem>>;
  /** Changes what `facts` name and leaves the rest of the column as the LMS has it. */
  updateLineItem(
    platformId: string,
    lineItemUrl: string,
    facts: Omit<LineItemFacts, 'resourceLinkId'>,
  ): Promise<ServiceAnswer<null>>;
  /** A column that is gone already counts as deleted. */
  deleteLineItem(platformId: string, lineItemUrl: string): Promise<ServiceAnswer<null>>;
}
