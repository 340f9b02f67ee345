import { type Connection, Schema } from 'mongoose';
import { hashSecret } from '../../core/ids.ts';
import { defineCollection } from '../database/collection.ts';
import type { Claims } from './launch-checks.ts';
import type { LaunchCode } from './launch-codes.ts';
import type { OpenedSession } from './ports.ts';

/** What a login promises its launch. */
export interface BegunLogin {
  readonly platformId: string;
  readonly nonce: string;
  readonly targetLinkUri: string;
  readonly storageTarget: string | null;
  /** SHA-256 of the secret that the browser was given. */
  readonly browserSecretHash: string;
  /** Language wishes of the login, for the pages that come before the token is read. */
  readonly uiLocales: string | null;
}

export type ConsumedLogin = BegunLogin & { readonly launchId: string; readonly begunAt: Date };

/** Why a state opens nothing. */
export interface UnusableState {
  readonly code: Extract<LaunchCode, 'STATE_UNKNOWN' | 'STATE_EXPIRED' | 'STATE_USED'>;
  /** Null when the state is none of ours, or was so long ago that nothing is known of it any more. */
  readonly platformId: string | null;
  /**
   * How often it came just now after its launch had led into the tool: then an old page of the LMS, shown once more, has
   * posted it. 0 when the launch has not led anywhere.
   */
  readonly repeats: number;
}

/** A verified launch that waits for its browser: by the platform's storage or by the person's own word. */
export interface WaitingLaunch {
  readonly launchId: string;
  readonly platformId: string;
  readonly claims: Claims;
}

type LaunchDocument = BegunLogin & {
  _id: string;
  status: 'begun' | 'consumed' | 'waiting' | 'opened';
  begunAt: Date;
  expiresAt: Date;
  /** As JSON text: claim names hold dots, and a custom parameter's name may begin with a dollar sign. */
  claims?: string;
  ticketHash?: string;
  session?: Omit<OpenedSession, 'launchId'>;
  codeHash?: string;
  codeExpiresAt?: Date;
  codeUsedAt?: Date;
  repeated?: { at: Date; times: number };
};

const schema = new Schema<LaunchDocument>(
  {
    _id: { type: String, required: true },
    status: { type: String, required: true },
    platformId: { type: String, required: true },
    nonce: { type: String, required: true },
    targetLinkUri: { type: String, required: true },
    storageTarget: { type: String, default: null },
    browserSecretHash: { type: String, required: true },
    uiLocales: { type: String, default: null },
    begunAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    claims: String,
    ticketHash: String,
    session: { type: Schema.Types.Mixed },
    codeHash: String,
    codeExpiresAt: Date,
    codeUsedAt: Date,
    repeated: { type: Schema.Types.Mixed },
  },
  { versionKey: false, minimize: false, strict: 'throw' },
)
  .index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  .index({ codeHash: 1 }, { unique: true, partialFilterExpression: { codeHash: { $exists: true } } });

/**
 * The id of the launch that a state belongs to. The state itself is never stored, so neither a copy of the database nor
 * a log line that names a launch can be played back.
 */
export const launchIdOf = (state: string): string => hashSecret(state).slice(0, 32);

const minutes = (count: number): number => count * 60_000;
/** A login is answered within seconds; Canvas lets a launch live for as long. */
const LOGIN_MS = minutes(5);
/** For the confirm and storage steps, and for the one-time code (spec/lti.md 2). */
const STEP_MS = minutes(2);

/** Repeats that follow one another so soon come of one press of a button. */
const REPEATED_MS = 5_000;

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

/** What is used of the driver's collection. */
interface LaunchCollection {
  insertOne(document: LaunchDocument): Promise<unknown>;
  updateOne(filter: object, update: object): Promise<unknown>;
  /** Answers the document as it was. */
  findOneAndUpdate(filter: object, update: object): Promise<LaunchDocument | null>;
}

export type LaunchStore = ReturnType<typeof createLaunchStore>;

/** Queries of the `launches` collection: each of a launch's steps happens once, whoever asks twice. */
export function createLaunchStore(connection: Connection) {
  const Launches = defineCollection(connection, 'launches', schema);
  // Every launch passes here four times: the driver's own calls, without mongoose's casting of what is typed already.
  const launches = Launches.collection as unknown as LaunchCollection;
  const waiting = (launchId: string, now: Date) => ({
    _id: launchId,
    status: 'waiting' as const,
    expiresAt: { $gt: now },
  });
  const toWaiting = (found: LaunchDocument | null): WaitingLaunch | null =>
    found && {
      launchId: found._id,
      platformId: found.platformId,
      claims: JSON.parse(found.claims ?? '{}') as Claims,
    };

  return {
    async begin(state: string, login: BegunLogin, now: Date): Promise<void> {
      const document = { _id: launchIdOf(state), status: 'begun' as const, ...login, begunAt: now };
      await launches.insertOne({ ...document, expiresAt: after(now, LOGIN_MS) });
    },

    /** Uses a state up. Of two requests with one state, one gets the login and the other the code. */
    async consume(state: string, now: Date): Promise<ConsumedLogin | UnusableState> {
      const launchId = launchIdOf(state);
      const found = await launches.findOneAndUpdate(
        { _id: launchId, status: 'begun', expiresAt: { $gt: now } },
        { $set: { status: 'consumed' } },
      );
      if (found) return { ...found, launchId };
      const other = await Launches.findById(launchId).lean<LaunchDocument>();
      if (!other) return { code: 'STATE_UNKNOWN', platformId: null, repeats: 0 };
      const { status, platformId, codeUsedAt, repeated } = other;
      const code = status === 'begun' ? 'STATE_EXPIRED' : 'STATE_USED';
      if (!codeUsedAt) return { code, platformId, repeats: 0 };
      const isSame = repeated && now.getTime() - repeated.at.getTime() < REPEATED_MS;
      const repeats = isSame ? repeated.times + 1 : 1;
      await launches.updateOne({ _id: launchId }, { $set: { repeated: { at: now, times: repeats } } });
      return { code, platformId, repeats };
    },

    /** Keeps verified claims for two minutes, until the browser or the person has spoken. */
    async wait(launchId: string, claims: Claims, ticketHash: string, now: Date): Promise<void> {
      const kept = { claims: JSON.stringify(claims), ticketHash, expiresAt: after(now, STEP_MS) };
      await Launches.updateOne({ _id: launchId }, { $set: { status: 'waiting', ...kept } });
    },

    /** The launch that a ticket belongs to, without using the ticket up. */
    async findWaiting(launchId: string, ticketHash: string, now: Date): Promise<WaitingLaunch | null> {
      return toWaiting(
        await Launches.findOne({ ...waiting(launchId, now), ticketHash }).lean<LaunchDocument>(),
      );
    },

    /** Takes a waiting launch, once, by the ticket of the confirm page or the secret of the login's browser. */
    async takeWaiting(
      launchId: string,
      proof: { ticketHash: string } | { browserSecretHash: string },
      now: Date,
    ): Promise<WaitingLaunch | null> {
      return toWaiting(
        await Launches.findOneAndUpdate(
          { ...waiting(launchId, now), ...proof },
          { $set: { status: 'consumed' }, $unset: { claims: '', ticketHash: '' } },
        ).lean<LaunchDocument>(),
      );
    },

    /** Keeps the session of a launch and the one-time code that opens it. */
    async open(session: OpenedSession, codeHash: string, now: Date): Promise<void> {
      const { launchId, ...kept } = session;
      const code = { codeHash, codeExpiresAt: after(now, STEP_MS) };
      await launches.updateOne(
        { _id: launchId },
        { $set: { status: 'opened', session: kept, expiresAt: session.endsAt, ...code } },
      );
    },

    /** Uses a code up. @returns null when it is unknown, used or expired. */
    async redeem(codeHash: string, now: Date): Promise<OpenedSession | null> {
      const found = await launches.findOneAndUpdate(
        { codeHash, codeUsedAt: { $exists: false }, codeExpiresAt: { $gt: now } },
        { $set: { codeUsedAt: now } },
      );
      return found?.session ? { ...found.session, launchId: found._id } : null;
    },

    /** The session of a launch whose code has been used and whose time is not over. */
    async findSession(launchId: string, now: Date): Promise<OpenedSession | null> {
      const found = await Launches.findOne({
        _id: launchId,
        codeUsedAt: { $exists: true },
        expiresAt: { $gt: now },
      }).lean<LaunchDocument>();
      return found?.session ? { ...found.session, launchId: found._id } : null;
    },
  };
}
