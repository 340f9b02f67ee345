/**
 * What the rest of the product knows of LTI: verified launches in, scores and signed messages out. The features see
 * these types alone; how a launch is verified stays inside this folder.
 */
import type { WorkAddress } from '../../contracts/paths.ts';
import type { Role } from '../../core/roles.ts';

/** A launch whose token, deployment, nonce, state and browser have all been checked. */
export interface VerifiedLaunch {
  readonly launchId: string;
  readonly messageType: 'LtiResourceLinkRequest' | 'LtiDeepLinkingRequest' | 'LtiSubmissionReviewRequest';
  readonly platformId: string;
  readonly deploymentId: string;
  readonly deploymentKey: string;
  readonly subject: string;
  /** From exact membership URIs; `readOnly` when none was known. */
  readonly role: Role;
  readonly readOnly: boolean;
  readonly testUser: boolean;
  readonly name: string | null;
  readonly email: string | null;
  readonly locale: string | null;
  readonly context: { readonly id: string; readonly label: string | null; readonly title: string | null };
  readonly resourceLink: { readonly id: string; readonly title: string | null } | null;
  /** The custom parameters that came expanded; an unexpanded `$…` is left out. */
  readonly custom: Readonly<Record<string, string>>;
  /** The column coupled to the resource link, and where columns are made, with the query strings they came with. */
  readonly lineItem: string | null;
  readonly lineItems: string | null;
  readonly membershipsUrl: string | null;
  /** The Course Groups Service, where the platform has one. */
  readonly groupsService: { readonly groupsUrl: string; readonly setsUrl: string | null } | null;
  /** The LMS's ids of the person's own groups; null where the launch does not say. */
  readonly groups: readonly string[] | null;
  /** Names of the sections that the person is enrolled in; null where the launch does not say. */
  readonly sections: readonly string[] | null;
  /** The LMS's ids of the learners whom the person may observe; empty where the launch names none. */
  readonly observes: readonly string[];
  readonly returnUrl: string | null;
  /** Pages of the course and of the resource link in the LMS, where their addresses follow from the launch. */
  readonly courseUrl: string | null;
  readonly linkUrl: string | null;
  readonly deepLinking: DeepLinkingRequest | null;
  /** Where course and link were copied from, the nearest first: the LMS's own ids. Empty where it does not say. */
  readonly copiedFrom: { readonly contexts: readonly string[]; readonly links: readonly string[] };
  readonly courseStartsAt: Date | null;
  /** The dates that the LMS shows for the link; null where it says nothing of them. */
  readonly dates: LmsDates | null;
  /** The dates of this person; null where the LMS has none for each. */
  readonly personDates: LmsDates | null;
  /** The learner's work that the LMS's grading view asks for by the launched address. */
  readonly work: WorkAddress | null;
  /** The LMS's id of the learner whose work a submission review is about. */
  readonly reviewedSubject: string | null;
}

/** A course that was made from others, as its platform's notice says: the LMS's own ids. */
export interface CopiedContext {
  readonly platformId: string;
  readonly deploymentId: string;
  readonly context: { readonly id: string; readonly label: string | null; readonly title: string | null };
  readonly originContextIds: readonly string[];
}

/** Dates as an LMS keeps them; null where it has none, or does not say. */
export interface LmsDates {
  readonly availableFrom: Date | null;
  readonly availableUntil: Date | null;
  readonly submissionFrom: Date | null;
  readonly submissionUntil: Date | null;
}

export interface DeepLinkingRequest {
  readonly returnUrl: string;
  readonly acceptTypes: readonly string[];
  readonly acceptMultiple: boolean;
  /** Whether the platform takes a line item with a link (`accept_lineitem`, or by the platform's quirk). */
  readonly acceptLineItem: boolean;
  /** Whether it may take over a link's dates. */
  readonly acceptDates: boolean;
  /** The platform keeps the links at once, without a form of its own that the person has to save. */
  readonly autoCreate: boolean;
  /** Whether nothing chosen is said by going back, not by an empty answer. */
  readonly cancelByReturn: boolean;
  readonly data: string | null;
}

/**
 * What the course made of a launch, kept with it so that opening the session costs one read: small, JSON. Who the
 * person is here (`role`, `readOnly`, `testUser`, `name`) goes into the bearer.
 */
export interface LaunchOutcome {
  readonly courseId: string;
  readonly courseTitle: string | null;
  readonly memberId: string;
  readonly role: Role;
  readonly readOnly: boolean;
  readonly testUser: boolean;
  readonly name: string | null;
  readonly resourceLinkId: string | null;
  readonly resourceLinkTitle: string | null;
  /** The activity that the resource link points to. */
  readonly activityId: string | null;
  /** What a launch of the LMS's grading view asks for; null for every other launch. */
  readonly gradingView: GradingView | null;
}

/** `version` null: the current one. */
export type GradingView =
  | {
      readonly type: 'work';
      readonly activityId: string;
      readonly memberId: string;
      readonly version: number | null;
    }
  /** It names a work that this course does not have. */
  | { readonly type: 'notHere' };

/** A launch as it is read back when its one-time code is traded. */
export interface OpenedSession extends LaunchOutcome {
  readonly launchId: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly deploymentKey: string;
  readonly endsAt: Date;
  readonly locale: string | null;
  readonly returnUrl: string | null;
  readonly deepLinking: DeepLinkingRequest | null;
}

export interface LaunchSessions {
  /** Consumes the one-time code atomically. @returns null when it is unknown, used or older than two minutes. */
  redeemCode(code: string): Promise<OpenedSession | null>;
  /** The session of a launch that was opened before and has not ended. */
  findSession(launchId: string): Promise<OpenedSession | null>;
}

/** An LTI link content item (Deep Linking 2.0 §3.2) in our words. */
export interface LinkItem {
  readonly title: string;
  readonly activityId: string;
  readonly lineItem: {
    readonly scoreMaximum: number;
    readonly label: string;
    readonly resourceId: string;
  } | null;
  readonly submissionsCloseAt: Date | null;
  /** When the LMS is asked to show the link; null leaves that to it. */
  readonly availableFrom: Date | null;
  readonly availableUntil: Date | null;
}

/** What the browser does next: post the signed message to the address, or, without one, go there. */
export interface DeepLinkingAnswer {
  readonly returnUrl: string;
  readonly jwt: string | null;
}

export interface DeepLinkingResponses {
  /**
   * Signs the answer to a deep-linking request; no items is a cancellation.
   * @throws AppError NOT_A_DEEP_LINKING_LAUNCH, DEEP_LINKING_TYPE_REFUSED, DEEP_LINKING_ONE_ONLY, DEEP_LINKING_EXPIRED
   */
  sign(session: OpenedSession, items: readonly LinkItem[]): Promise<DeepLinkingAnswer>;
}

export type {
  LmsGroup,
  LmsGroupSet,
  ReadPiece,
  ReadProblem,
  RosterEntry,
  RosterServices,
} from './roster-ports.ts';

export type {
  Busy,
  GradeAbilities,
  GradeServices,
  HandedIn,
  LineItem,
  LineItemFacts,
  Refused,
  ResultRead,
  Score,
  ScoreAnswer,
  ServiceAnswer,
  Unknown,
} from './grade-ports.ts';
