/**
 * One-time links on the command line (spec/lti.md 1a): `npm run lti:invite -- [options]`. Works on the installation's
 * database, also while the tool runs.
 */
import { parseArgs } from 'node:util';
import { BY_COMMAND, CommandError, print, runCommand } from './command-line.ts';
import { INVITATION_DAYS, LABEL_MAX } from './contracts/limits.ts';
import { invitationUrl } from './features/administration/index.ts';

const USAGE = `usage: npm run lti:invite -- [options]
  --name "School of Engineering"   what the platform that registers by the link will be called (default: Learning platform)
  --administrator "Ada Ström"      a link by which this person becomes an administrator, in place of one for a platform
  --days 7                         how long the link works, from 1 to 90 days`;

const DAYS_MAX = 90;

interface Wanted {
  readonly kind: 'platform' | 'administrator';
  readonly label: string;
  readonly days: number;
}

/** @throws CommandError with what was to be typed. */
function readArguments(args: string[]): Wanted {
  const options = {
    name: { type: 'string' },
    administrator: { type: 'string' },
    days: { type: 'string', default: String(INVITATION_DAYS) },
  } as const;
  let values;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
  const { name, administrator } = values;
  const days = Number(values.days);
  const label = (administrator ?? name ?? 'Learning platform').trim();
  const understood =
    (name === undefined || administrator === undefined) &&
    label !== '' &&
    label.length <= LABEL_MAX &&
    Number.isInteger(days) &&
    days >= 1 &&
    days <= DAYS_MAX;
  if (!understood) throw new CommandError(USAGE);
  return { kind: administrator === undefined ? 'platform' : 'administrator', label, days };
}

await runCommand(async ({ config, invitations }) => {
  const wanted = readArguments(process.argv.slice(2));
  const { invitation, secret } = await invitations.make({ ...wanted, administratorId: null }, BY_COMMAND);
  print(invitationUrl(config.publicUrl, wanted.kind, secret));
  print('');
  print(
    wanted.kind === 'platform'
      ? `Enter this address in the learning platform’s form for dynamic registration (lti-config/README.md).`
      : `Give this link to ${wanted.label}: it opens the administrators’ console.`,
  );
  print(`It works once, until ${invitation.expiresAt.toISOString()}.`);
});
