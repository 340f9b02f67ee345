/**
 * The registry of platforms on the command line (spec/lti.md 1c): `npm run lti:platforms -- <command>`. Works on the
 * installation's database, also while the tool runs; the tool sees a change within ten seconds.
 */
import { existsSync, readFileSync } from 'node:fs';
import { BY_COMMAND, CommandError, print, runCommand } from './command-line.ts';
import type { PlatformRegistry } from './platform/lti/index.ts';

const USAGE = `usage: npm run lti:platforms -- <command>
  list                                 the platforms with their deployments and keys
  add <file.json>                      registers the platform that the file describes (lti-config/README.md)
  approve <platform>                   lets launches of a platform in that registered itself or was disabled
  approve <platform> <deployment>      lets a pending deployment in
  accept-new <platform> on|off         whether further deployments are let in without approval
  disable <platform>                   refuses all launches of a platform
  rotate-keys <platform>               makes a new key pair; the old one stays published for a week`;

const known = <T>(found: T | null | false, platform: string): T => {
  if (found === null || found === false)
    throw new CommandError(`there is no platform ${platform}; see "list"`);
  return found;
};

async function list(registry: PlatformRegistry): Promise<void> {
  const platforms = await registry.list();
  if (platforms.length === 0) print('No platforms are registered.');
  for (const { id } of platforms) {
    const platform = known(await registry.find(id), id);
    print(`${id}  ${platform.name}  ${platform.status}`);
    print(`  issuer ${platform.issuer}, client id ${platform.clientId}`);
    print(`  further deployments ${platform.acceptNewDeployments ? 'are let in' : 'wait for approval'}`);
    for (const { deploymentId, status } of platform.deployments)
      print(`  deployment ${deploymentId}: ${status}`);
    for (const { kid, signsFrom, publishedUntil } of platform.keys) {
      const end = publishedUntil ? `, published until ${publishedUntil.toISOString()}` : '';
      print(`  key ${kid}, signs from ${signsFrom.toISOString()}${end}`);
    }
  }
}

async function add(registry: PlatformRegistry, file: string): Promise<void> {
  if (!existsSync(file)) throw new CommandError(`there is no file ${file}`);
  const { name, id } = await registry.add(JSON.parse(readFileSync(file, 'utf8')), BY_COMMAND);
  print(`Registered ${name} as ${id}.`);
}

async function approve(registry: PlatformRegistry, platform: string, deployment: string): Promise<void> {
  if (deployment === '') {
    known(await registry.approve(platform, BY_COMMAND), platform);
    return print('The platform may launch.');
  }
  known(await registry.approveDeployment(platform, deployment, BY_COMMAND), platform);
  print(`Deployment ${deployment} may launch.`);
}

async function acceptNew(registry: PlatformRegistry, platform: string, setting: string): Promise<void> {
  if (setting !== 'on' && setting !== 'off') throw new CommandError(USAGE);
  const accept = setting === 'on';
  known(await registry.change(platform, { acceptNewDeployments: accept }, BY_COMMAND), platform);
  print(accept ? 'Further deployments are let in.' : 'Further deployments wait for approval.');
}

const [command, platform = '', argument = ''] = process.argv.slice(2);

await runCommand(async ({ registry }) => {
  switch (command) {
    case 'list':
      return list(registry);
    case 'add':
      return add(registry, platform);
    case 'approve':
      return approve(registry, platform, argument);
    case 'accept-new':
      return acceptNew(registry, platform, argument);
    case 'disable':
      known(await registry.disable(platform, BY_COMMAND), platform);
      return print('The platform is disabled.');
    case 'rotate-keys':
      return print(`The new key is ${known(await registry.rotateKeys(platform, BY_COMMAND), platform)}.`);
    default:
      throw new CommandError(USAGE);
  }
});
