import { newId } from '../../core/ids.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Clock } from '../../core/clock.ts';
import type { DeploymentStore, LearnedServices } from './deployments.store.ts';
import type { Directory } from './directory.ts';
import type { HttpAnswer } from './http-client.ts';
import { LaunchRefusal } from './launch-codes.ts';
import { scoresUrl } from './line-item-url.ts';
import { readPlatformKeys } from './platform-keys.ts';
import type { Platform } from './platforms.store.ts';
import type { ConnectionResult, ConnectionTest } from './registry-ports.ts';
import { wordsOf } from './score-answers.ts';
import type { ServiceClient, ServiceRequest } from './service-client.ts';
import { MEDIA_TYPE, SCOPE } from './vocabulary.ts';

interface Parts {
  readonly directory: Directory;
  readonly deployments: Pick<DeploymentStore, 'findWithServices'>;
  readonly tokens: Pick<AccessTokens, 'renew'>;
  readonly services: ServiceClient;
  readonly clock: Clock;
}

type Judged = Pick<ConnectionResult, 'outcome' | 'reason'>;

const NOTHING = { status: null, words: '', address: null } as const;
const skipped = (reason: 'NO_LAUNCH_YET' | 'NO_COLUMN_YET'): ConnectionResult => ({
  outcome: 'skipped',
  reason,
  ...NOTHING,
});

/** Without these there are no grades and no roster. */
const NEEDED_SCOPES = [SCOPE.lineItems, SCOPE.score, SCOPE.results, SCOPE.memberships];

/**
 * Tries a platform's services one by one, the last three on a course that launched lately, and by the same client that
 * serves it in earnest. Nothing in the LMS is changed by it.
 */
export function createConnectionTest({
  directory,
  deployments,
  tokens,
  services,
  clock,
}: Parts): ConnectionTest {
  const call = async (
    platform: Platform,
    address: string,
    scope: string,
    wanted: ServiceRequest,
    judge: (answer: HttpAnswer) => Judged,
  ): Promise<ConnectionResult> => {
    // It came from a verified launch, and must still be the platform's.
    const addressed = await services.address(platform.id, address);
    if (addressed.type !== 'platform') {
      return { outcome: 'failed', reason: 'SERVICE_REFUSED', status: null, words: addressed.words, address };
    }
    const called = await services.call(platform, scope, address, wanted);
    if (called.type === 'answer') {
      const { status, body } = called.answer;
      const judged = judge(called.answer);
      return { ...judged, status, words: judged.outcome === 'passed' ? '' : wordsOf(body), address };
    }
    if (called.type === 'lost') {
      return { outcome: 'failed', reason: 'UNREACHABLE', status: null, words: called.words, address };
    }
    return {
      outcome: 'failed',
      reason: 'NO_TOKEN',
      status: called.status,
      words: wordsOf(called.body),
      address,
    };
  };

  const roster = async (platform: Platform, { memberships }: LearnedServices): Promise<ConnectionResult> => {
    if (memberships === null) return skipped('NO_LAUNCH_YET');
    const address = new URL(memberships);
    // One person is enough to see that it works.
    address.searchParams.set('limit', '1');
    const wanted = { headers: { accept: MEDIA_TYPE.memberships } };
    return await call(platform, address.href, SCOPE.memberships, wanted, judgeReading);
  };

  const column = async (
    platform: Platform,
    { lineItem, lineItems }: LearnedServices,
  ): Promise<ConnectionResult> => {
    const address = lineItem ?? lineItems;
    if (address === null) return skipped('NO_COLUMN_YET');
    const accept = lineItem === null ? MEDIA_TYPE.lineItems : MEDIA_TYPE.lineItem;
    return await call(platform, address, SCOPE.lineItems, { headers: { accept } }, judgeReading);
  };

  /**
   * Whether scores would be taken, without a score: one without points for a person who does not exist. The LMS refuses the
   * person, or takes it for nobody; what it refuses for the tool's sake, it answers otherwise.
   */
  const score = async (platform: Platform, { lineItem }: LearnedServices): Promise<ConnectionResult> => {
    if (lineItem === null) return skipped('NO_COLUMN_YET');
    const wanted = {
      method: 'POST',
      headers: { 'content-type': MEDIA_TYPE.score },
      body: JSON.stringify({
        userId: `roundtable-connection-test-${newId()}`,
        activityProgress: 'Initialized',
        gradingProgress: 'NotReady',
        timestamp: clock.now().toISOString(),
      }),
    } as const;
    return await call(platform, scoresUrl(lineItem), SCOPE.score, wanted, judgeScore);
  };

  const token = async (platform: Platform): Promise<ConnectionResult> => {
    const answers = await Promise.all(
      NEEDED_SCOPES.map(async (scope) => ({ scope, answer: await tokens.renew(platform, scope) })),
    );
    const address = platform.tokenEndpoint;
    const missing = answers.filter(
      ({ scope, answer }) => answer.type !== 'token' || answer.scopes?.includes(scope) === false,
    );
    const [first] = missing;
    if (!first) return { outcome: 'passed', reason: 'TOKEN_GRANTED', status: 200, words: '', address };
    if (missing.length === NEEDED_SCOPES.length && first.answer.type !== 'token') {
      const { status, body } = first.answer;
      return { outcome: 'failed', reason: 'NO_TOKEN', status, words: wordsOf(body), address };
    }
    const words = missing.map(({ scope }) => scope.replace(/^.*\/spec\//, '')).join(', ');
    return { outcome: 'failed', reason: 'TOKEN_WITHOUT_SCOPES', status: 200, words, address };
  };

  const onCourse = { roster, column, score };

  return {
    async run(platformId, step) {
      const platform = await directory.findPlatform(platformId);
      if (!platform) return null;
      if (step === 'keys') return await keys(platform);
      if (step === 'token') return await token(platform);
      const learned = (await deployments.findWithServices(platformId))?.services;
      return learned ? await onCourse[step](platform, learned) : skipped('NO_LAUNCH_YET');
    },
  };
}

async function keys({ jwksUri: address }: Platform): Promise<ConnectionResult> {
  try {
    const found = await readPlatformKeys(address);
    const judged: Judged =
      found.size > 0
        ? { outcome: 'passed', reason: 'KEYS_READ' }
        : { outcome: 'failed', reason: 'KEYS_NONE' };
    return { ...judged, status: 200, words: '', address };
  } catch (error) {
    if (!(error instanceof LaunchRefusal)) throw error;
    const reason = error.code === 'PLATFORM_KEYS_UNREADABLE' ? 'SERVICE_UNREADABLE' : 'UNREACHABLE';
    return { outcome: 'failed', reason, status: null, words: '', address };
  }
}

function judgeReading({ status, body }: HttpAnswer): Judged {
  if (status !== 200) return { outcome: 'failed', reason: 'SERVICE_REFUSED' };
  try {
    JSON.parse(body);
    return { outcome: 'passed', reason: 'SERVICE_ANSWERED' };
  } catch {
    // A log-in or maintenance page under 200.
    return { outcome: 'failed', reason: 'SERVICE_UNREADABLE' };
  }
}

/** Answers that are about the person or the score, not about the tool. */
const ABOUT_THE_PERSON = new Set([400, 404, 409, 412, 422]);

const judgeScore = ({ status }: HttpAnswer): Judged =>
  (status >= 200 && status < 300) || ABOUT_THE_PERSON.has(status)
    ? { outcome: 'passed', reason: 'SCORE_WOULD_BE_TAKEN' }
    : { outcome: 'failed', reason: 'SERVICE_REFUSED' };
