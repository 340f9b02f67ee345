/**
 * What has to be there before anything runs: a Node that is new enough, the packages of the lock file,
 * a build of the present sources. Needs nothing but Node, because it runs before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository’s folder, without a slash at the end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

export const SERVER_MAIN = 'dist/server/src/main.js';
/**
 * What Node is told to run as the tool. What it makes for an answer lives as long as the answer takes: room for a few
 * dozen of them (MB, used only under load) spares moving it to the old objects and sweeping it up there.
 */
export const TOOL = ['--max-semi-space-size=64', SERVER_MAIN];
export const SIMULATOR_MAIN = 'dist/test/lms-simulator/main.js';

const LOCK_FILE = 'package-lock.json';
/** Where npm writes down what it put into node_modules, once it has finished. */
const INSTALLED_FILE = 'node_modules/.package-lock.json';

/** The two builds, each with what it is made from and where it goes. */
const BUILDS = [
  {
    name: 'server',
    sources: ['server', 'test', 'tsconfig.json', LOCK_FILE],
    stamp: 'dist/server.sha256',
    command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noCheck', '--listEmittedFiles'],
    finish: removeFilesNotEmitted,
  },
  {
    name: 'client',
    // The client takes a few values, error codes and limits, from the contracts.
    sources: ['client', 'server/src/contracts', 'tsconfig.json', LOCK_FILE],
    stamp: 'dist/client.sha256',
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'client/vite.config.ts'],
  },
];

/** Ends the process with a plain message; for what the person at the terminal can put right. */
export function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** Runs before everything else, so that an old Node says what is wrong instead of a syntax error. */
export function ensureNode() {
  const needed = readJson('package.json').engines.node.replace(/[^\d.]/g, '');
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [neededMajor, neededMinor] = needed.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  fail(
    `Roundtable needs Node ${needed} or newer; this is Node ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org and run the command again.',
  );
}

/**
 * Installs the packages of the lock file, unless npm’s own record says that they are there.
 * @param {{ production?: boolean }} [options] production: only what the built server needs
 */
export function ensureInstalled({ production = false } = {}) {
  ensureNode();
  if (isInstalled(production)) return;
  console.log('Installing packages …');
  const windows = process.platform === 'win32';
  // Not `npm ci`: it refuses a lock file that lacks a platform's optional binaries, which a registry mirror may not
  // have had. This takes the locked versions and checksums too, and leaves the lock file as it is.
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-fund', '--no-audit'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0) fail('npm install failed; its output above says why.');
}

/** Whether every package of the lock file is in node_modules at its version; those for other systems may be missing. */
function isInstalled(production) {
  if (!existsSync(join(ROOT, INSTALLED_FILE))) return false;
  const installed = readJson(INSTALLED_FILE).packages;
  return Object.entries(readJson(LOCK_FILE).packages).every(([path, wanted]) => {
    if (path === '' || wanted.optional || wanted.devOptional) return true;
    if (production && wanted.dev) return true;
    return installed[path]?.version === wanted.version && installed[path].integrity === wanted.integrity;
  });
}

export const isBuilt = () => BUILDS.every(({ stamp }) => existsSync(join(ROOT, stamp)));

/** Makes the next build a full one. */
export function forgetBuilds() {
  for (const { stamp } of BUILDS) rmSync(join(ROOT, stamp), { force: true });
}

/**
 * Builds what has changed since the last build, the server and the client side by side.
 * @returns {Promise<string[]>} the names of the builds that failed; their output has been printed
 */
export async function build() {
  const results = await Promise.all(BUILDS.map(buildOne));
  return BUILDS.filter((_, index) => !results[index]).map(({ name }) => name);
}

/** Builds what has changed, or ends the process. */
export async function ensureBuilt() {
  const failed = await build();
  if (failed.length > 0)
    fail(`The build of the ${failed.join(' and the ')} failed; the output above says why.`);
}

async function buildOne({ name, sources, stamp, command, finish }) {
  const hash = hashOf(sources);
  const stampPath = join(ROOT, stamp);
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === hash) return true;

  console.log(`Building the ${name} …`);
  rmSync(stampPath, { force: true });
  const { code, text } = await run(command);
  if (code !== 0) {
    console.error(text);
    return false;
  }
  finish?.(text);
  // The other build may not have made the folder yet.
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, hash);
  return true;
}

/**
 * Takes away what an earlier build left of sources that are gone. Done afterwards rather than by emptying
 * the folder first, so that a server running from it keeps its files.
 */
function removeFilesNotEmitted(compilerOutput) {
  const emitted = new Set(
    [...compilerOutput.matchAll(/^TSFILE: (.*)$/gm)].map(([, path]) =>
      relative(ROOT, path).replaceAll('\\', '/'),
    ),
  );
  for (const file of ['dist/server', 'dist/test'].flatMap(filesUnder)) {
    if (!emitted.has(file)) rmSync(join(ROOT, file));
  }
}

/**
 * Runs a JavaScript program of node_modules to its end, in the repository’s folder.
 * @param {string[]} command its path and arguments
 * @returns {Promise<{ code: number, text: string }>} the exit code (1 if it was killed) and all it printed
 */
export function run(command, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const add = (chunk) => (text += chunk);
    child.stdout.setEncoding('utf8').on('data', add);
    child.stderr.setEncoding('utf8').on('data', add);
    child.on('close', (code) => resolve({ code: code ?? 1, text }));
  });
}

/** One hash over the names and contents of files and of all files under folders. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** All files below a folder, or the file itself; without documents and pictures, which no build reads. */
function filesUnder(path) {
  const stats = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (stats?.isDirectory())
    return readdirSync(join(ROOT, path)).flatMap((name) => filesUnder(`${path}/${name}`));
  return stats?.isFile() && !/\.(md|png)$/.test(path) ? [path] : [];
}

function readJson(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}
