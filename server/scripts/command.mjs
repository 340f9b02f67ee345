/**
 * `npm run lti:platforms` and `npm run lti:invite`: an administrator's command, on the installation that the environment
 * names. The first argument is the built program, the others are the command's own.
 */
import { ensureBuilt, ensureInstalled, isBuilt } from './ensure.mjs';
import { runAlone } from './processes.mjs';

const [program, ...args] = process.argv.slice(2);
const built = isBuilt();
ensureInstalled({ production: built });
if (!built) await ensureBuilt();
runAlone(['--enable-source-maps', `dist/server/src/${program}.js`, ...args]);
