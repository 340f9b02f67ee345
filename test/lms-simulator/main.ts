/**
 * The demo's LMS as a program of its own. Environment:
 * SIMULATOR_PORT (3001), SIMULATOR_PROFILE (moodle, canvas or strict), SIMULATOR_STATE (a file to keep the course in),
 * TOOL_URL (http://127.0.0.1:3000), SIMULATOR_PLATFORMS_FILE (written for the tool before the address is printed),
 * SIMULATOR_ACTIVITIES (yes: an empty course gets activities in different phases, once the tool is ready).
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { addDemoActivities } from '../demo/activities.ts';
import { startSimulator } from './index.ts';
import type { ProfileName, Registration, Simulator } from './index.ts';

const PROFILES: readonly ProfileName[] = ['moodle', 'canvas', 'strict'];
const TOOL_NAME = 'Roundtable';
function readProfile(value: string | undefined): ProfileName {
  const profile = PROFILES.find((known) => known === (value ?? 'moodle'));
  if (!profile) throw new Error(`SIMULATOR_PROFILE is "${value}" but must be one of ${PROFILES.join(', ')}`);
  return profile;
}

/** Copies of courses, and the LMS's dates. */
const EVERYWHERE = {
  course_start: '$CourseSection.timeFrame.begin',
  context_history: '$Context.id.history',
  link_history: '$ResourceLink.id.history',
  available_from: '$ResourceLink.available.startDateTime',
  available_until: '$ResourceLink.available.endDateTime',
  submission_until: '$ResourceLink.submission.endDateTime',
};

/** What an administrator enters as custom parameters, as the tool's registration asks for them. */
const CUSTOM: Record<ProfileName, Record<string, string>> = {
  moodle: { ...EVERYWHERE, groups: '$Moodle.Person.userGroupIds' },
  canvas: {
    ...EVERYWHERE,
    groups: '$Canvas.group.contextIds',
    sections: '$com.instructure.User.sectionNames',
    observees: '$com.instructure.User.observees',
  },
  strict: EVERYWHERE,
};

function registerTool(simulator: Simulator, toolUrl: string): Registration {
  return simulator.registerTool({
    clientId: 'roundtable-demo',
    name: TOOL_NAME,
    loginUrl: `${toolUrl}/lti/login`,
    launchUrl: `${toolUrl}/lti/launch`,
    jwksUrl: `${toolUrl}/lti/keys`,
    custom: CUSTOM[simulator.platform.profile.name],
  });
}

function writePlatforms(file: string, platforms: Registration[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(platforms, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const { SIMULATOR_PORT, SIMULATOR_PROFILE, SIMULATOR_STATE, SIMULATOR_PLATFORMS_FILE } = environment;
  const toolUrl = (environment['TOOL_URL'] ?? 'http://127.0.0.1:3000').replace(/\/$/, '');
  const simulator = await startSimulator({
    port: Number(SIMULATOR_PORT ?? 3001),
    profile: readProfile(SIMULATOR_PROFILE),
    ...(SIMULATOR_STATE !== undefined && { persistFile: SIMULATOR_STATE }),
  });
  const registration = registerTool(simulator, toolUrl);
  if (SIMULATOR_PLATFORMS_FILE !== undefined) writePlatforms(SIMULATOR_PLATFORMS_FILE, [registration]);
  const stop = (): void => void simulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(`LMS simulator (${registration.name}): ${simulator.url}`);
  if (environment['SIMULATOR_ACTIVITIES'] !== 'yes') return;
  await addDemoActivities(simulator, toolUrl).catch((error: unknown) =>
    console.error('The demo course could not be filled:', error),
  );
}

await main(process.env);
