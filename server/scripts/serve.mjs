/** `npm run serve`: the built tool alone, configured by the environment (see .env.example). */
import { ensureBuilt, ensureInstalled, isBuilt, TOOL } from './ensure.mjs';
import { runAlone } from './processes.mjs';

// A production image has the build and no compiler: then only the server’s own packages matter.
const built = isBuilt();
ensureInstalled({ production: built });
if (!built) await ensureBuilt();
runAlone(['--enable-source-maps', ...TOOL]);
