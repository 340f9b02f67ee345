/** What differs between LMSs, as data and functions; the rest of the simulator asks the profile and never its name. */
import type {
  Cell,
  Course,
  LineItem,
  Membership,
  Person,
  ProfileName,
  ResourceLink,
  Tool,
} from '../types.ts';

export type Json = Record<string, unknown>;
export type IdKind = 'client' | 'deployment' | 'course' | 'person' | 'group' | 'resourceLink';
export type Collection = 'lineitems' | 'results' | 'memberships';

export interface Answer {
  status: number;
  contentType?: string;
  headers?: Record<string, string>;
  body: string;
}

export type LaunchTarget =
  | { kind: 'resourceLink'; link: ResourceLink }
  | { kind: 'deepLinking' }
  | { kind: 'courseNavigation' }
  /** The grading view: a member of staff looks at one learner's work in one column. */
  | { kind: 'submissionReview'; link: ResourceLink; item: LineItem; learner: Person };

/** One launch under way, from login initiation to the id_token. */
export interface Launch {
  id: string;
  number: number;
  tool: Tool;
  deploymentId: string;
  course: Course;
  person: Person;
  member: Membership;
  target: LaunchTarget;
  targetLinkUri: string;
  /** Whether the login initiation offered platform storage. */
  storageTarget: boolean;
  /** ms since the epoch */
  startedAt: number;
  used: boolean;
}

export interface LaunchSurroundings {
  /** The simulator's own origin. */
  base: string;
  issuer: string;
  /** All that claims need of the institution’s data. */
  institution: { lineItemsOf(course: Course): LineItem[] };
}

export interface ScoreContext {
  score: Json;
  item: LineItem;
  course: Course;
  member: Membership | undefined;
  cell: Cell | undefined;
  lineItemUrl: string;
  /** The platform's clock, ms. */
  now: number;
}

export interface ScoreDecision {
  answer: Answer;
  /** What changes in the cell; absent when the score is refused or ignored. */
  change?: Partial<Cell>;
}

export interface Page {
  from: number;
  /** null = everything */
  limit: number | null;
}

export interface PageView extends Page {
  /** The collection's address with its query, without paging parameters. */
  url: URL;
  total: number;
}

export interface Profile {
  name: ProfileName;
  title: string;
  /** A new entity's id in the form this LMS uses. */
  id(kind: IdKind, number: number): string;
  /** Route patterns; a service that this LMS lacks is absent. */
  paths: {
    authorization: string;
    jwks: string;
    token: string;
    openidConfiguration: string;
    registration: string;
    lineItems: string;
    lineItem: string;
    memberships: string;
    deepLinkReturn: string;
    /** Where `launch_presentation.return_url` points. */
    toolReturn: string;
    groupMemberships?: string;
    groups?: string;
    groupSets?: string;
    notices?: string;
  };
  /** The query that belongs to every AGS address of a tool (Moodle's `?type_id=1`), or ''. */
  serviceQuery(tool: Tool): string;
  /** Follows every media type of the services. */
  charset: string;
  /** How an answer's JSON is written. */
  json(value: unknown, answerTo: 'read' | 'write'): string;
  error(
    status: number,
    reason: string,
    request: { method: string; url: string; accept: string; contentType: string },
  ): Answer;
  launch: {
    /** Lifetime of the id_token in seconds. */
    tokenSeconds: number;
    /** How long and how often a login may be answered; absent = always. */
    once?: { seconds: number };
    offersStorage: boolean;
    /** The name of the frame that keeps the tool's values; also `lti_storage_target`. */
    storageFrame: string;
    iframeAllow: string;
    /** The part of a redirect_uri that must equal a registered one. */
    redirectKey(uri: string): string;
    loginParams(launch: Launch, surroundings: LaunchSurroundings): Record<string, string>;
    claims(launch: Launch, surroundings: LaunchSurroundings): Json;
    /** Fields posted beside id_token and state. */
    extraFields(launch: Launch): Record<string, string>;
    /** OAuth error for a launch that is too old or used up. */
    expiredError: string;
  };
  token: {
    contentType: string;
    audienceOk(audience: string[], tokenUrl: string, issuer: string): boolean;
    /** How the times of what tools sign are judged: seconds of grace, and how old it may be. */
    times: { toleranceSeconds: number; maxAge: string };
    insufficientScopeStatus: number;
  };
  page(query: URLSearchParams, collection: Collection): Page;
  /** The Link header of one page, or undefined. */
  pageLinks(page: PageView, collection: Collection): string | undefined;
  ags: {
    scoreMediaOk(contentType: string): boolean;
    /** Status for a score in the wrong media type. */
    wrongMediaStatus: number;
    /** Refuses a new or changed line item, with status and reason; undefined = fine. */
    checkLineItem(
      body: Json,
      link: ResourceLink | 'unknown' | undefined,
      /** Whether the link has a column of its own, as an assignment's has. */
      isAssignment: boolean,
    ): { status: number; reason: string } | undefined;
    showLineItem(item: LineItem, url: string): Json;
    /** The answer to a create or an update. */
    echoLineItem(item: LineItem, url: string, body: Json): Json;
    deleted: Answer;
    coupledDelete?: { status: number; reason: string };
    foreignStatus: number;
    /** Refuses everything about the columns of a course that is over. */
    concluded?: { status: number; reason: string };
    decideScore(context: ScoreContext): ScoreDecision;
    showResult(cell: Cell, userId: string, lineItemUrl: string): Json;
  };
  nrps: {
    order(a: Person, b: Person): number;
    inactiveListed: boolean;
    differences: boolean;
    roles(member: Membership): string[];
    roleMatches(member: Membership, wanted: string): boolean;
    showMember(
      member: Membership,
      person: Person,
      tool: Tool,
      course: Course,
      extra: { link?: ResourceLink; groups: boolean; base: string },
    ): Json;
  };
  deepLinking: {
    acceptTypes: string[];
    acceptMultiple: boolean;
    /** What `data` is in the request and must be in the response; absent when the platform sends none. */
    data?(course: Course, tool: Tool): string;
  };
  registration: {
    status: number;
    /** Whether an administrator has to activate a tool that registered itself. */
    pending: boolean;
    platformConfiguration: Json;
    /** The LMS's own words for the answer to a registration. */
    answer(tool: Tool, request: Json, base: string): Json;
    /** Refuses a request with plain text, or undefined. */
    check(request: Json): string | undefined;
    scopesSupported: string[];
    /** Whether the OpenID configuration is given to the bearer of a registration token alone. */
    configurationNeedsToken: boolean;
    /** More properties of the OpenID configuration. */
    extraConfiguration?(base: string): Json;
  };
}

/** Puts values into a route pattern: `fillPath('/courses/:course', {course: '3'})`. */
export const fillPath = (pattern: string, values: Record<string, string>): string =>
  pattern.replace(/:([a-z]+)/gi, (_match, name: string) => encodeURIComponent(values[name] ?? ''));

/** A value of foreign JSON as text; '' when it is not text. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a number may stand in a score. */
export const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
