/**
 * The registry of platforms on the command line (spec/lti.md 1c): `npm run lti:platforms -- list | add <file> |
 * approve <platform> <deployment> | disable <platform> | rotate-keys <platform>`. Works on the installation's database.
 */
import { existsSync, readFileSync } from 'node:fs';
import { systemClock } from './core/clock.ts';
import { readConfig } from './platform/config/config.ts';
import { secretKeyIn } from './platform/config/secret-key.ts';
import { createIndexes } from './platform/database/collection.ts';
import { connectDatabase } from './platform/database/connect.ts';
import { createLog } from './platform/log/log.ts';
import { createLti, type PlatformRegistry } from './platform/lti/index.ts';

const USAGE = `usage: npm run lti:platforms -- <command>
  list                              the platforms with their deployments and keys
  add <file.json>                   registers the platform that the file describes (lti-config/README.md)
  approve <platform> <deployment>   lets a pending deployment in
  disable <platform>                refuses all launches of a platform
  rotate-keys <platform>            makes a new key pair; the old one stays published for a week`;

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** What a person typed cannot be done; its message says why. */
class CommandError extends Error {
  override readonly name = 'CommandError';
}

const known = <T>(found: T | null | false, platform: string): T => {
  if (found === null || found === false)
    throw new CommandError(`there is no platform ${platform}; see "list"`);
  return found;
};

async function list(registry: PlatformRegistry): Promise<void> {
  const platforms = await registry.list();
  if (platforms.length === 0) print('No platforms are registered.');
  for (const platform of platforms) {
    print(`${platform.id}  ${platform.name}  ${platform.status}`);
    print(`  issuer ${platform.issuer}, client id ${platform.clientId}`);
    for (const { deploymentId, status } of platform.deployments)
      print(`  deployment ${deploymentId}: ${status}`);
    for (const { kid, signsFrom } of platform.keys)
      print(`  key ${kid}, signs from ${signsFrom.toISOString()}`);
  }
}

async function run(
  registry: PlatformRegistry,
  [command, platform = '', deployment = '']: string[],
): Promise<void> {
  switch (command) {
    case 'list':
      return list(registry);
    case 'add': {
      if (!existsSync(platform)) throw new CommandError(`there is no file ${platform}`);
      const added = await registry.add(JSON.parse(readFileSync(platform, 'utf8')));
      return print(`Registered ${added.name} as ${added.id}.`);
    }
    case 'approve':
      if (deployment === '') throw new CommandError(USAGE);
      known(await registry.approveDeployment(platform, deployment), platform);
      return print(`Deployment ${deployment} may launch.`);
    case 'disable':
      known(await registry.disable(platform), platform);
      return print('The platform is disabled.');
    case 'rotate-keys':
      return print(`The new key is ${known(await registry.rotateKeys(platform), platform)}.`);
    default:
      throw new CommandError(USAGE);
  }
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const database = await connectDatabase({
    mongodbUri: config.mongodbUri,
    dataDirectory: config.dataDirectory,
    countCommands: false,
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    const { registry } = await createLti({
      connection: database.connection,
      publicUrl: config.publicUrl,
      secretKey: config.secretKey ?? secretKeyIn(config.dataDirectory),
      platformsFile: null,
      clock: systemClock,
      log: createLog(config.logLevel),
      loopbackHttpAllowed: config.publicUrl.startsWith('http:'),
      onLaunch: () => Promise.reject(new Error('the command line takes no launches')),
    });
    await createIndexes(database.connection);
    await run(registry, process.argv.slice(2));
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
