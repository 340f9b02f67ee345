/** Writes what in lti-config/ is generated from the code, for the example's address. A test says when it is due. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs';

ensureInstalled();
await ensureBuilt();
const { canvasDeveloperKey } =
  await import('../../dist/server/src/platform/lti/registration/canvas-developer-key.js');
const key = canvasDeveloperKey('https://roundtable.example.edu');
writeFileSync(join(ROOT, 'lti-config/canvas-developer-key.json'), `${JSON.stringify(key, null, 2)}\n`);
