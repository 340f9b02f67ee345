/**
 * What the rest of the product knows of LTI: verified launches in, scores and signed messages out. The features see
 * these types alone; how a launch is verified stays inside this folder.
 */
import type { Role } from '../../core/roles.ts';

/** A launch whose token, deployment, nonce, state and browser have all been checked. */
export interface VerifiedLaunch {
  readonly launchId: string;
  readonly messageType: 'LtiResourceLinkRequest' | 'LtiDeepLinkingRequest';
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
  readonly returnUrl: string | null;
  readonly deepLinking: DeepLinkingRequest | null;
}

export interface DeepLinkingRequest {
  readonly returnUrl: string;
  readonly acceptTypes: readonly string[];
  readonly acceptMultiple: boolean;
  /** Whether the platform takes a line item with a link (`accept_lineitem`, or by the platform's quirk). */
  readonly acceptLineItem: boolean;
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
}

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
}

export interface DeepLinkingResponses {
  /** Signs the answer to a deep-linking request; no items is a cancellation. */
  sign(session: OpenedSession, items: readonly LinkItem[]): Promise<{ returnUrl: string; jwt: string }>;
}

/** A score as AGS 2.0 §3.4 words it. `userId` is the LMS's own id of the person. */
export interface Score {
  readonly userId: string;
  /** Null: no grade. The LMS is asked to clear what it holds, where it can (`GradeAbilities.clearsScores`). */
  readonly scoreGiven: number | null;
  readonly scoreMaximum: number;
  readonly comment: string;
  /** The moment the grade was made, not of sending: an older one is ignored by the LMS. */
  readonly timestamp: Date;
}

export type ScoreAnswer =
  | { readonly type: 'stored' }
  /** 409: the LMS holds this score or a newer one. */
  | { readonly type: 'notNewer' }
  /** The LMS refuses and would refuse again: its status and words. */
  | { readonly type: 'refused'; readonly status: number; readonly words: string }
  /** Try again, not before `retryAfterSeconds` where the LMS said so. */
  | {
      readonly type: 'busy';
      readonly status: number;
      readonly words: string;
      readonly retryAfterSeconds: number | null;
    }
  /** The connection broke or timed out: whether the score was stored is unknown. */
  | { readonly type: 'unknown'; readonly words: string };

export interface ResultRead {
  readonly score: number | null;
  readonly maximum: number | null;
  readonly comment: string | null;
}

/** What a platform's gradebook can do, as far as the tool has to act differently. */
export interface GradeAbilities {
  /** Whether a score without `scoreGiven` takes a grade away. */
  readonly clearsScores: boolean;
}

/** The Assignment and Grade Services of one platform, by its id. Never throws for what the LMS does. */
export interface GradeServices {
  abilities(platformId: string): Promise<GradeAbilities>;
  postScore(platformId: string, lineItemUrl: string, score: Score): Promise<ScoreAnswer>;
  /** The LMS's own result of one person: null when there is none; throws AppError-free `LtiServiceError` when unreadable. */
  readResult(platformId: string, lineItemUrl: string, userId: string): Promise<ResultRead | null>;
}
