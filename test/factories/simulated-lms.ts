import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProfileName, type Simulator, startSimulator } from '../lms-simulator/index.ts';
import { quirksOf } from '../../server/src/platform/lti/quirks/index.ts';
import { freePorts } from './ports.ts';

/** A simulated LMS that knows a tool, and the environment in which that tool knows it. */
export interface SimulatedLms {
  readonly simulator: Simulator;
  readonly toolUrl: string;
  /** For `readConfig`, or for a process. */
  readonly environment: Record<string, string>;
}

/** @param directory for the tool's data and its platforms file */
export async function startSimulatedLms(profile: ProfileName, directory: string): Promise<SimulatedLms> {
  const [port, metricsPort] = await freePorts(2);
  const toolUrl = `http://127.0.0.1:${port}`;
  const simulator = await startSimulator({ profile });
  const registration = simulator.registerTool({
    name: 'Roundtable',
    loginUrl: `${toolUrl}/lti/login`,
    launchUrl: `${toolUrl}/lti/launch`,
    jwksUrl: `${toolUrl}/lti/keys`,
    // Asked for by the tool's registration.
    custom: { ...quirksOf(profile).customParameters },
  });
  const platforms = join(directory, 'platforms.json');
  writeFileSync(platforms, JSON.stringify([registration]));
  const environment = {
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    PUBLIC_URL: toolUrl,
    DATA_DIR: join(directory, 'data'),
    LTI_PLATFORMS_FILE: platforms,
  };
  return { simulator, toolUrl, environment };
}
