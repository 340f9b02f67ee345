/** What administrators do with platforms, by file, by command line or in their console. */
import type { Doer } from '../../core/events.ts';

/** A platform as an administrator sees it. */
export interface PlatformSummary {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly status: 'active' | 'pending' | 'disabled';
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly jwksUri: string;
  readonly acceptNewDeployments: boolean;
}

export interface PlatformDetails extends PlatformSummary {
  /** The first few hundred, the pending ones before the others. */
  readonly deployments: readonly DeploymentListing[];
  readonly keys: readonly { kid: string; signsFrom: Date; publishedUntil: Date | null }[];
}

export interface DeploymentListing {
  readonly key: string;
  readonly platformId: string;
  readonly deploymentId: string;
  readonly status: 'approved' | 'pending';
  readonly firstSeenAt: Date;
}

/** What an administrator may change of a registered platform. */
export interface PlatformSettings {
  readonly name: string;
  /** Whether deployments that were not announced are let in. */
  readonly acceptNewDeployments: boolean;
}

export interface PlatformRegistry {
  list(): Promise<PlatformSummary[]>;
  find(platformId: string): Promise<PlatformDetails | null>;
  /** Deployments of all platforms that wait for a word, by key. @param after the key of the last one seen. */
  listPendingDeployments(after: string | null, limit: number): Promise<DeploymentListing[]>;
  /**
   * Registers a platform, or changes the one with the same issuer and client id, and activates it.
   *
   * @param entry checked here like an entry of the platforms file; throws a ZodError.
   */
  add(entry: unknown, by: Doer): Promise<PlatformSummary>;
  /** Lets launches of a platform in: of one that registered itself, or that was disabled. @returns false when it is not known. */
  approve(platformId: string, by: Doer): Promise<boolean>;
  /** Lets a deployment in, known or not. @returns false when the platform is not known. */
  approveDeployment(platformId: string, deploymentId: string, by: Doer): Promise<boolean>;
  /** @returns false when the platform is not known. */
  change(platformId: string, settings: Partial<PlatformSettings>, by: Doer): Promise<boolean>;
  /** Refuses all launches of a platform from now on. @returns false when it is not known. */
  disable(platformId: string, by: Doer): Promise<boolean>;
  /** @returns the new key's id, or null when the platform is not known. */
  rotateKeys(platformId: string, by: Doer): Promise<string | null>;
}

/** How one launch ended: enough to find it in the log, nothing about the person. */
export interface LaunchNote {
  readonly at: Date;
  /** Null for a good one. */
  readonly code: string | null;
  readonly platformId: string | null;
  readonly deploymentId: string | null;
  readonly requestId: string;
}

/** The last launches of the installation, a few hundred good ones and a few hundred of each kind of refused. Newest first. */
export interface LaunchNotes {
  list(): Promise<LaunchNote[]>;
}

export type ConnectionStep = 'keys' | 'token' | 'roster' | 'column' | 'score';

/** What came of trying one service of a platform. */
export interface ConnectionResult {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was left out, or what it found; the console has a text for each. */
  readonly reason:
    | 'KEYS_READ'
    | 'KEYS_NONE'
    | 'TOKEN_GRANTED'
    | 'TOKEN_WITHOUT_SCOPES'
    | 'SERVICE_ANSWERED'
    | 'SERVICE_REFUSED'
    | 'SERVICE_UNREADABLE'
    | 'UNREACHABLE'
    | 'NO_TOKEN'
    | 'NO_LAUNCH_YET'
    | 'NO_COLUMN_YET'
    | 'SCORE_WOULD_BE_TAKEN';
  /** The LMS's status and own words, where it said something. */
  readonly status: number | null;
  readonly words: string;
  /** What was called. */
  readonly address: string | null;
}

export interface ConnectionTest {
  /** Tries one service of a platform without changing anything in the LMS. @returns null when it is not known. */
  run(platformId: string, step: ConnectionStep): Promise<ConnectionResult | null>;
}
