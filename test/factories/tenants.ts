import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRoundtable } from '../../server/src/main.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { type Registration, type Simulator, startSimulator } from '../lms-simulator/index.ts';
import { freePorts } from './ports.ts';

/** One of several institutions that share an installation of the tool; the second and the third are of the same LMS. */
export const TENANTS = [
  'a platform',
  'its other deployment',
  'its other client',
  'another platform',
] as const;

export interface Tenant {
  readonly simulator: Simulator;
  readonly clientId: string;
  readonly deploymentId: string;
  /** The column that launches of this tenant name. */
  readonly lineItem: string;
}

export interface Tenants {
  readonly toolUrl: string;
  /** In the order of `TENANTS`. */
  readonly tenants: readonly Tenant[];
  close(): Promise<void>;
}

function tenantOf(
  name: string,
  simulator: Simulator,
  { clientId, deploymentIds }: Registration,
  deployment: number,
): Tenant {
  const [course] = simulator.courses;
  const deploymentId = deploymentIds[deployment];
  if (!course || !deploymentId) throw new Error('no course, or no deployment');
  const lineItem = { scoreMaximum: 20, label: name };
  const link = simulator.addResourceLink(course, { title: name, clientId, lineItem });
  const item = simulator.institution
    .lineItemsOf(course)
    .find(({ resourceLinkId }) => resourceLinkId === link.id);
  if (!item) throw new Error('no column');
  return { simulator, clientId, deploymentId, lineItem: simulator.lineItemUrl(course.id, item.id) };
}

/** One tool for two platforms, of which one has registered it twice, and once in two deployments. */
export async function startTenants(): Promise<Tenants> {
  const directory = mkdtempSync(join(tmpdir(), 'roundtable-tenants-'));
  const [port, metricsPort] = await freePorts(2);
  const toolUrl = `http://127.0.0.1:${port}`;
  const tool = {
    name: 'Roundtable',
    loginUrl: `${toolUrl}/lti/login`,
    launchUrl: `${toolUrl}/lti/launch`,
    jwksUrl: `${toolUrl}/lti/keys`,
  };
  const one = await startSimulator({ profile: 'canvas' });
  const two = await startSimulator({ profile: 'canvas' });
  const both = one.registerTool({ ...tool, deployments: 2 });
  const otherClient = one.registerTool(tool);
  const otherPlatform = two.registerTool(tool);
  const tenants = [
    tenantOf(TENANTS[0], one, both, 0),
    tenantOf(TENANTS[1], one, both, 1),
    tenantOf(TENANTS[2], one, otherClient, 0),
    tenantOf(TENANTS[3], two, otherPlatform, 0),
  ];
  const platforms = join(directory, 'platforms.json');
  writeFileSync(platforms, JSON.stringify([both, otherClient, otherPlatform]));
  const config = readConfig({
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    PUBLIC_URL: toolUrl,
    DATA_DIR: join(directory, 'data'),
    LTI_PLATFORMS_FILE: platforms,
    LOG_LEVEL: 'fatal',
  });
  const roundtable = await startRoundtable(config, { inMemory: true });
  return {
    toolUrl,
    tenants,
    async close(): Promise<void> {
      await roundtable.stop();
      await Promise.all([one.close(), two.close()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
