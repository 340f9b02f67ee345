/** Writes what in lti-config/ is generated from the code. A test says when it is due. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT } from './ensure.mjs';

ensureInstalled();
await ensureBuilt();
const lti = '../../dist/server/src/platform/lti';
const { canvasDeveloperKey } = await import(`${lti}/registration/canvas-developer-key.js`);
const { quirksOf } = await import(`${lti}/quirks/index.js`);

const pathOf = (name) => join(ROOT, 'lti-config', name);

/** Puts the custom parameters, one a line, into the page's one block of text. */
function writeCustomParameters(page, family) {
  const lines = Object.entries(quirksOf(family).customParameters).map(([name, value]) => `${name}=${value}`);
  const text = readFileSync(pathOf(page), 'utf8');
  writeFileSync(
    pathOf(page),
    text.replace(/```text\n.*?\n```/s, () => `\`\`\`text\n${lines.join('\n')}\n\`\`\``),
  );
}

writeCustomParameters('moodle.md', 'moodle');
writeCustomParameters('generic.md', null);
const key = canvasDeveloperKey('https://roundtable.example.edu');
writeFileSync(pathOf('canvas-developer-key.json'), `${JSON.stringify(key, null, 2)}\n`);
