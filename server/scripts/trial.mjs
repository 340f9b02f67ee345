/** `npm run trial:grades`: grades through crashes of the tool and failures of the LMS, then both sides compared. */
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { runAlone } from './processes.mjs';

ensureInstalled();
await ensureBuilt();
runAlone(['--enable-source-maps', 'dist/test/trial/main.js', ...process.argv.slice(2)]);
