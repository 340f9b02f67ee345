/** The demo: the LMS simulator and the tool, started together and stopped together. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { fail, ROOT, SIMULATOR_MAIN, TOOL } from './ensure.mjs';
import { startOneOf, stopAll } from './processes.mjs';

const READY_WITHIN_MS = 60_000;

const port = Number(process.env.PORT ?? 3000);
const simulatorPort = Number(process.env.SIMULATOR_PORT ?? 3001);
const data = resolve(ROOT, process.env.DATA_DIR ?? 'data');
const toolUrl = process.env.PUBLIC_URL ?? `http://127.0.0.1:${port}`;
/** By another name than the tool’s, so that its frame is cross-site, as it is in a real LMS. */
const simulatorUrl = `http://localhost:${simulatorPort}`;
const platformsFile = resolve(data, 'demo-platforms.json');

/**
 * Starts the simulator and the tool, waits until both answer and prints where they are.
 * @param {{ watch?: boolean }} [options] watch: start each anew when its files change
 */
export async function startDemo({ watch = false } = {}) {
  const flags = ['--enable-source-maps', ...(watch ? ['--watch', '--watch-preserve-output'] : [])];
  await ensureFree(port, 'PORT', 'the tool');
  await ensureFree(simulatorPort, 'SIMULATOR_PORT', 'the LMS simulator');
  mkdirSync(data, { recursive: true });
  rmSync(platformsFile, { force: true });

  // The simulator first: it writes the file from which the tool knows its platforms.
  startOneOf('The LMS simulator', [...flags, SIMULATOR_MAIN], {
    ...process.env,
    SIMULATOR_PORT: String(simulatorPort),
    SIMULATOR_STATE: resolve(data, 'simulator.json'),
    SIMULATOR_PLATFORMS_FILE: platformsFile,
    TOOL_URL: toolUrl,
    SIMULATOR_ACTIVITIES: 'yes',
  });
  await answers(`${simulatorUrl}/`, 'The LMS simulator', () => existsSync(platformsFile));

  startOneOf('The tool', [...flags, ...TOOL], {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: toolUrl,
    DATA_DIR: data,
    LTI_PLATFORMS_FILE: platformsFile,
  });
  await answers(`http://127.0.0.1:${port}/readyz`, 'The tool');

  console.log(`
  Roundtable is running.

    The demo course   ${simulatorUrl}   an LMS to try it from: start here
    The tool          ${toolUrl}

  Open the demo course, pick a person (an instructor or a learner) and open an activity:
  Roundtable is launched inside the LMS, as in Moodle or Canvas. Five activities in different
  phases come into a new course within a few seconds.

  Everything is kept in ${data}; delete that folder to start afresh.
  Ctrl+C stops both.
`);
}

/** Ends with a clear message when something else listens on a port. */
async function ensureFree(wanted, variable, who) {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) {
    fail(`${variable}=${process.env[variable]} is not a port number.`);
  }
  // Both, because on some systems one address can be free while the other is taken.
  for (const host of ['127.0.0.1', undefined]) {
    const error = await new Promise((done) => {
      const server = createServer();
      server.once('error', done);
      server.listen(wanted, host, () => server.close(() => done(null)));
    });
    if (error?.code === 'EADDRINUSE') {
      fail(
        `Port ${wanted}, meant for ${who}, is taken by another program.\n` +
          `Stop that program, or choose another port: ${variable}=${wanted + 100} npm start`,
      );
    }
    if (error?.code === 'EACCES')
      fail(`Port ${wanted} may not be opened by this user; set ${variable} to another.`);
  }
}

/** Waits until a URL answers with success, and for what else makes the program ready; gives up, and stops everything, after a minute. */
async function answers(url, who, ready = () => true) {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (Date.now() < giveUpAt) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (response?.ok && ready()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  console.error(`\n${who} did not answer at ${url} within a minute.`);
  stopAll(1);
  await new Promise(() => {}); // stopAll ends the process
}
