/** `npm run build`: the server with its tests, and the client, into dist/; nothing when nothing changed. */
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

ensureInstalled();
await ensureBuilt();
console.log('Built: dist/server, dist/test, dist/client.');
