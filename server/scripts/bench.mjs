/** `npm run bench [names]`: prints each figure, its budget and the comparison. */
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { runAlone } from './processes.mjs';

ensureInstalled();
await ensureBuilt();
runAlone(['--enable-source-maps', 'dist/test/bench/main.js', ...process.argv.slice(2)]);
