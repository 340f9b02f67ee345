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

export type {
  Busy,
  GradeAbilities,
  GradeServices,
  HandedIn,
  LineItem,
  LineItemFacts,
  ProbeOutcome,
  RefusalCause,
  Refused,
  ResultRead,
  Score,
  ScoreAnswer,
  ServiceAnswer,
  Unknown,
} from './grade-ports.ts';
