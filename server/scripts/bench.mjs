/**
 * `npm run bench [names]`: prints each figure, its budget and the comparison.
 * `npm run bench:client`: the same for the client, in a browser slowed down four times.
 */
import { ensureBuilt, ensureInstalled } from './ensure.mjs';
import { runAlone } from './processes.mjs';

const [first, ...rest] = process.argv.slice(2);
const [program, args] = first === '--client' ? ['client', rest] : ['main', process.argv.slice(2)];

ensureInstalled();
await ensureBuilt();
runAlone(['--enable-source-maps', `dist/test/bench/${program}.js`, ...args]);
