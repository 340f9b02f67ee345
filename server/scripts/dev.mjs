/**
 * `npm run dev`: the demo, rebuilt and restarted while sources change. The compiler and Vite watch, and the
 * tool serves the client’s build as in production, so that its headers and its frame are the real ones.
 * The gallery of the client’s components is served beside it, with hot replacement.
 */
import { startDemo } from './demo.mjs';
import { ensureBuilt, ensureInstalled, forgetBuilds } from './ensure.mjs';
import { startOneOf } from './processes.mjs';

ensureInstalled();
await ensureBuilt();
// From here on the watchers write to dist/, so what the builds were made from is no longer known.
forgetBuilds();

// The demo first: it may find its ports taken, and then nothing else should have been started.
await startDemo({ watch: true });

const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noCheck'];
startOneOf('The compiler', [...tsc, '--watch', '--preserveWatchOutput']);
startOneOf('Vite', [
  'node_modules/vite/bin/vite.js',
  'build',
  '--config',
  'client/vite.config.ts',
  '--watch',
]);
startOneOf('The gallery', [
  'node_modules/vite/bin/vite.js',
  '--config',
  'client/vite.config.ts',
  '--mode',
  'gallery',
  '--clearScreen',
  'false',
]);
console.log(`
    The gallery       http://localhost:5173/app/gallery   every component in every state
`);
