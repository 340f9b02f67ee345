import { LTI_NOTICES } from '../../contracts/paths.ts';
import type { Clock } from '../../core/clock.ts';
import { DONE, type JobOutcome, type Jobs } from '../jobs/ports.ts';
import type { Deployment, DeploymentStore } from './deployments.store.ts';
import type { Directory } from './directory.ts';
import type { NoticeService } from './launch-claims.ts';
import type { ServiceClient } from './service-client.ts';
import { SCOPE } from './vocabulary.ts';

interface Parts {
  readonly directory: Directory;
  readonly deployments: DeploymentStore;
  readonly services: ServiceClient;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly publicUrl: string;
}

export interface NoticeHandlers {
  /** Sees to it that a deployment's platform knows where its notices go; told of each launch that offers the service. */
  offered(deploymentKey: string, deployment: Deployment | null, service: NoticeService): Promise<void>;
}

const JOB = 'lti.notice-handler';
/** The notice that says which course was copied from which. */
const COPY_NOTICE = 'LtiContextCopyNotice';
const DAY_MS = 24 * 60 * 60 * 1000;
/** A platform may forget its handlers, or come to allow what it refused. */
const ASK_AGAIN_MS = 7 * DAY_MS;
/** While the job waits, launches do not ask for it again. */
const ENQUEUE_AGAIN_MS = 10 * 60_000;

/** Registers the tool's notice handler with the platforms that have notices (Platform Notification Service 1.0 §4). */
export function createNoticeHandlers(parts: Parts): NoticeHandlers {
  const { jobs, clock } = parts;
  const asked = new Map<string, number>();

  jobs.define(JOB, async ({ deploymentKey, url }) => {
    if (typeof deploymentKey !== 'string' || typeof url !== 'string')
      throw new Error('the job lacks its address');
    return await register(parts, deploymentKey, url);
  });

  return {
    async offered(deploymentKey, deployment, service) {
      if (!service.types.includes(COPY_NOTICE)) return;
      const now = clock.now().getTime();
      const settled = deployment?.noticeHandler ?? null;
      if (settled?.url === service.url && now - settled.at.getTime() < ASK_AGAIN_MS) return;
      if (now - (asked.get(deploymentKey) ?? -Infinity) < ENQUEUE_AGAIN_MS) return;
      asked.set(deploymentKey, now);
      await jobs.enqueue({ type: JOB, key: deploymentKey, payload: { deploymentKey, url: service.url } });
    },
  };
}

async function register(parts: Parts, deploymentKey: string, url: string): Promise<JobOutcome> {
  const { directory, deployments, services, clock, publicUrl } = parts;
  const deployment = await directory.findDeployment(deploymentKey);
  if (!deployment) return DONE;
  const settle = async (status: number): Promise<JobOutcome> => {
    await deployments.noteHandler(deploymentKey, { url, status, at: clock.now() });
    directory.forget();
    return DONE;
  };
  const addressed = await services.address(deployment.platformId, url);
  if (addressed.type !== 'platform') return await settle(0);
  const called = await services.call(addressed.platform, SCOPE.noticeHandlers, url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ notice_type: COPY_NOTICE, handler: `${publicUrl}${LTI_NOTICES}` }),
  });
  if (called.type === 'lost') throw new Error(called.words);
  const status = called.type === 'answer' ? called.answer.status : called.status;
  const passing = called.type === 'busy' || status === 429 || status >= 500;
  if (passing) throw new Error(`the platform answered ${status}`);
  return await settle(status);
}
