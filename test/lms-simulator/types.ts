/** The simulated institution's data. Everything is plain JSON, so that it can be kept in a file. */

export type ProfileName = 'moodle' | 'canvas' | 'strict';

export type Role =
  'instructor' | 'assistant' | 'learner' | 'observer' | 'designer' | 'administrator' | 'test-student';

export interface Person {
  /** What the tool sees as `sub`; its form depends on the profile. */
  id: string;
  number: number;
  username: string;
  name: string;
  givenName: string;
  familyName: string;
  email: string;
  sourcedId: string;
  locale: string;
  timezone: string;
}

export interface Membership {
  userId: string;
  role: Role;
  /** Sent instead of the role's URIs when a test needs unusual ones. */
  roleUris?: string[];
  status: 'Active' | 'Inactive' | 'Deleted';
  /** The course's roster revision at which this membership last changed (for "differences"). */
  revision: number;
  /** Canvas: the sections of the enrolment; the course's own one when absent. */
  sections?: string[];
  /** The learners an observer follows. */
  observes?: string[];
}

export interface Group {
  id: string;
  number: number;
  name: string;
  setId: string;
  userIds: string[];
}

export interface GroupSet {
  id: string;
  name: string;
}

export interface Course {
  id: string;
  number: number;
  label: string;
  title: string;
  /** Concluded courses take no more scores. */
  concluded: boolean;
  members: Record<string, Membership>;
  rosterRevision: number;
  groupSets: GroupSet[];
  groups: Group[];
  /** When it begins; absent where nobody has said so. */
  startsAt?: string;
  /** Ids of the courses this one was copied from, newest first. */
  history: string[];
}

export interface DateSpan {
  startDateTime?: string;
  endDateTime?: string;
}

export interface ResourceLink {
  id: string;
  number: number;
  courseId: string;
  clientId: string;
  title: string;
  description: string;
  /** Where the launch goes; the tool's own launch address when absent. */
  url?: string;
  custom: Record<string, string>;
  available?: DateSpan;
  submission?: DateSpan;
  /** Ends of submissions of single people, by their ids: an assignment's overrides. */
  submissionUntilOf?: Record<string, string>;
  /** Ids of the links this one was copied from, newest first. */
  history: string[];
}

export interface LineItem {
  id: string;
  number: number;
  courseId: string;
  clientId: string;
  label: string;
  scoreMaximum: number;
  resourceId?: string;
  tag?: string;
  resourceLinkId?: string;
  startDateTime?: string;
  endDateTime?: string;
  /** Made by the platform together with its resource link, as opposed to made by the tool over AGS. */
  coupled: boolean;
  /** Canvas: how many attempts a learner has; absent = unlimited. */
  allowedAttempts?: number;
  /** Canvas: learners do not see the assignment yet, and it takes no grades. */
  unpublished?: boolean;
}

/** One score that reached the gradebook, whatever became of it. */
export interface ReceivedScore {
  /** ms since the epoch, by the platform's clock */
  at: number;
  source: 'tool' | 'manual';
  /** The HTTP status it was answered with (200 for a manual edit). */
  status: number;
  body: Record<string, unknown>;
}

export interface Cell {
  score: number | null;
  /** The scale of `score`. */
  maximum: number;
  comment: string | null;
  /** Canvas shows each comment beneath the one before; absent where the newest replaces it. */
  comments?: string[];
  /** The newest accepted score's own timestamp, ms since the epoch. */
  timestamp: number | null;
  activityProgress?: string;
  gradingProgress?: string;
  submittedAt?: string;
  submission?: Record<string, unknown>;
  attempts: number;
  source: 'tool' | 'manual';
  received: ReceivedScore[];
}

export interface Tool {
  clientId: string;
  number: number;
  name: string;
  deploymentIds: string[];
  loginUrl: string;
  /** Registered redirect addresses; the first is the launch address. */
  redirectUris: string[];
  jwksUrl: string;
  deepLinkUrl: string;
  scopes: string[];
  custom: Record<string, string>;
  /** `ids`: neither names nor e-mail addresses leave the platform. */
  privacy: 'full' | 'ids';
  active: boolean;
  /** Notice type → the tool's handler address. */
  noticeHandlers: Record<string, string>;
}

export interface State {
  profile: ProfileName;
  counters: Record<string, number>;
  people: Record<string, Person>;
  courses: Record<string, Course>;
  resourceLinks: Record<string, ResourceLink>;
  lineItems: Record<string, LineItem>;
  /** line item id → user id → cell */
  cells: Record<string, Record<string, Cell>>;
  tools: Record<string, Tool>;
  /** Private keys (JWK), newest first. */
  keys: Record<string, unknown>[];
}
