/** `npm run lti:platforms -- <command>`: the registered platforms, on the database that the environment names. */
import { ensureBuilt, ensureInstalled, isBuilt } from './ensure.mjs';
import { runAlone } from './processes.mjs';

const built = isBuilt();
ensureInstalled({ production: built });
if (!built) await ensureBuilt();
runAlone(['--enable-source-maps', 'dist/server/src/platforms-cli.js', ...process.argv.slice(2)]);
