/** What the administrators' console shows of platforms and their launches; the rest of it is in administration.ts. */
import { z } from 'zod';
import { type Endpoint, Id, Page, Timestamp } from './endpoint.ts';
import { LABEL_MAX } from './limits.ts';

/** What waits for an administrator, and how the installation is. */
export const OverviewView = z.object({
  pendingPlatforms: z.int(),
  /** At most 100 are counted. */
  pendingDeployments: z.int(),
  /** Since when a grade waits to be sent, of all courses; null when every LMS has all. */
  oldestUnsentGradeAt: Timestamp.nullable(),
  /** Of the last 200 launches. */
  refusedLaunches: z.int(),
  launches: z.int(),
});

export const GetOverview = {
  method: 'get',
  path: '/administration/overview',
  permission: 'administrator',
  summary: 'What waits for an administrator',
  response: OverviewView,
} satisfies Endpoint;

export const PlatformView = z.object({
  id: Id,
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  status: z.enum(['active', 'pending', 'disabled']),
});

const DeploymentView = z.object({
  key: z.string(),
  deploymentId: z.string(),
  status: z.enum(['approved', 'pending']),
  firstSeenAt: Timestamp,
});

export type PlatformView = z.output<typeof PlatformView>;

export const PlatformDetailsView = PlatformView.extend({
  authorizationEndpoint: z.string(),
  tokenEndpoint: z.string(),
  jwksUri: z.string(),
  acceptNewDeployments: z.boolean(),
  /** The pending ones first; at most 200. */
  deployments: z.array(DeploymentView),
  keys: z.array(
    z.object({
      kid: z.string(),
      /** `next`: published, and signs from `signsFrom` on. `former`: published until `publishedUntil`. */
      state: z.enum(['next', 'signing', 'former']),
      signsFrom: Timestamp,
      publishedUntil: Timestamp.nullable(),
    }),
  ),
});

export type PlatformDetailsView = z.output<typeof PlatformDetailsView>;

export const ListPlatforms = {
  method: 'get',
  path: '/administration/platforms',
  permission: 'administrator',
  summary: 'The registered platforms, by name',
  query: Page,
  response: z.object({ items: z.array(PlatformView), next: z.string().nullable() }),
} satisfies Endpoint;

const OnePlatform = z.object({ platformId: Id });

export const GetPlatform = {
  method: 'get',
  path: '/administration/platforms/:platformId',
  permission: 'administrator',
  summary: 'One platform with its deployments and keys',
  params: OnePlatform,
  response: PlatformDetailsView,
} satisfies Endpoint;

export const ChangePlatform = {
  method: 'put',
  path: '/administration/platforms/:platformId',
  permission: 'administrator',
  summary: 'Changes what a platform is called, and whether further deployments are let in',
  params: OnePlatform,
  body: z.object({ name: z.string().trim().min(1).max(LABEL_MAX), acceptNewDeployments: z.boolean() }),
  response: PlatformDetailsView,
} satisfies Endpoint;

export const ApprovePlatform = {
  method: 'post',
  path: '/administration/platforms/:platformId/approve',
  permission: 'administrator',
  summary: 'Lets launches of a platform in',
  params: OnePlatform,
  response: PlatformDetailsView,
} satisfies Endpoint;

export const DisablePlatform = {
  method: 'post',
  path: '/administration/platforms/:platformId/disable',
  permission: 'administrator',
  summary: 'Refuses all launches of a platform from now on',
  params: OnePlatform,
  response: PlatformDetailsView,
} satisfies Endpoint;

export const RotateKeys = {
  method: 'post',
  path: '/administration/platforms/:platformId/keys',
  permission: 'administrator',
  summary: 'Makes a new key pair; the old one stays published for a week',
  params: OnePlatform,
  response: PlatformDetailsView,
} satisfies Endpoint;

export const ApproveDeployment = {
  method: 'post',
  path: '/administration/platforms/:platformId/deployments',
  permission: 'administrator',
  summary: 'Lets a deployment in',
  params: OnePlatform,
  body: z.object({ deploymentId: z.string().min(1).max(255) }),
  response: PlatformDetailsView,
} satisfies Endpoint;

export const PendingDeploymentView = DeploymentView.extend({
  platformId: Id,
  platformName: z.string().nullable(),
});

export const ListPendingDeployments = {
  method: 'get',
  path: '/administration/pending-deployments',
  permission: 'administrator',
  summary: 'Deployments of all platforms that wait for approval',
  query: Page,
  response: z.object({
    items: z.array(PendingDeploymentView),
    next: z.string().nullable(),
  }),
} satisfies Endpoint;

const ConnectionStep = z.enum(['keys', 'token', 'roster', 'column', 'score']);

export const ConnectionResultView = z.object({
  step: ConnectionStep,
  outcome: z.enum(['passed', 'failed', 'skipped']),
  reason: z.enum([
    'KEYS_READ',
    'KEYS_NONE',
    'TOKEN_GRANTED',
    'TOKEN_WITHOUT_SCOPES',
    'SERVICE_ANSWERED',
    'SERVICE_REFUSED',
    'SERVICE_UNREADABLE',
    'UNREACHABLE',
    'NO_TOKEN',
    'NO_LAUNCH_YET',
    'NO_COLUMN_YET',
    'SCORE_WOULD_BE_TAKEN',
  ]),
  /** The LMS's status and own words, where it said something. */
  status: z.int().nullable(),
  words: z.string(),
  address: z.string().nullable(),
});

export type ConnectionResultView = z.output<typeof ConnectionResultView>;

export const TestConnection = {
  method: 'post',
  path: '/administration/platforms/:platformId/connection/:step',
  permission: 'administrator',
  summary: 'Tries one service of a platform; nothing in the LMS is changed by it',
  params: OnePlatform.extend({ step: ConnectionStep }),
  response: ConnectionResultView,
} satisfies Endpoint;

export const LaunchesView = z.object({
  /** By code, the most frequent first; a good launch has none. */
  counts: z.array(z.object({ code: z.string().nullable(), count: z.int() })),
  items: z.array(
    z.object({
      at: Timestamp,
      code: z.string().nullable(),
      platformId: Id.nullable(),
      platformName: z.string().nullable(),
      deploymentId: z.string().nullable(),
      requestId: z.string(),
    }),
  ),
});

export type LaunchesView = z.output<typeof LaunchesView>;

export const ListLaunches = {
  method: 'get',
  path: '/administration/launches',
  permission: 'administrator',
  summary: 'How the last 200 launches ended, newest first',
  query: z.object({
    outcome: z.enum(['all', 'refused']).default('all'),
    /** Of one platform alone. */
    platformId: Id.optional(),
  }),
  response: LaunchesView,
} satisfies Endpoint;
