/**
 * `npm start`: the demo. Installs and builds what is missing, starts an LMS (the simulator, with a demo
 * course) and the tool on its embedded database, and says where to look.
 */
import { startDemo } from './demo.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

ensureInstalled();
await ensureBuilt();
await startDemo();
