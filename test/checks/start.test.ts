import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { makeTree, type Outcome, ROOT, type TemporaryTree } from './temporary-tree.ts';

const LOCK = JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' } } });

/** Stands for the tool or the simulator: answers on its port, writes down its environment and its end. */
const program = (name: string, portVariable: string) => `
import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
writeFileSync('${name}.env.json', JSON.stringify(process.env));
if ('${name}' === 'simulator') writeFileSync(process.env.SIMULATOR_PLATFORMS_FILE, '[]');
if (process.env.DIES === '${name}') process.exit(3);
process.on('SIGTERM', () => { writeFileSync('${name}.stopped', ''); process.exit(0); });
createServer((request, response) => {
  if (request.url === '/die') process.exit(4);
  response.end();
}).listen(Number(process.env.${portVariable}), '127.0.0.1');
`;

/** Stands for the compiler: writes the two programs and says so as `--listEmittedFiles` does. */
const COMPILER = `
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const emit = (file, text) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log('TSFILE: ' + process.cwd() + '/' + file);
};
emit('dist/server/src/main.js', ${JSON.stringify(program('tool', 'PORT'))});
emit('dist/test/lms-simulator/main.js', ${JSON.stringify(program('simulator', 'SIMULATOR_PORT'))});
`;

let tree: TemporaryTree;
let port: number;
let simulatorPort: number;
let running: ChildProcess | undefined;

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts a script of the tree; `printed` waits for a text, `ended` for its end. */
function startScript(path: string, env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [path], {
    cwd: tree.folder,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      PATH: [join(tree.folder, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
      ...env,
    },
  });
  running = child;
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Outcome>((done) =>
    child.on('close', (code) => done({ code: code ?? -1, stdout, stderr })),
  );
  const printed = (text: string) =>
    new Promise<void>((done, fail) => {
      child.stdout.on('data', () => stdout.includes(text) && done());
      void ended.then(() => fail(new Error(`ended without printing “${text}”: ${stdout}${stderr}`)));
    });
  return { child, ended, printed };
}

beforeAll(() => {
  tree = makeTree({
    'package.json': JSON.stringify({ type: 'module', engines: { node: '>=20.19' } }),
    'package-lock.json': LOCK,
    'node_modules/.package-lock.json': LOCK,
    'node_modules/typescript/package.json': '{ "type": "commonjs" }',
    'node_modules/typescript/bin/tsc': COMPILER,
    'node_modules/vite/bin/vite.js': '',
    'bin/npm': `#!/bin/sh\necho "$@" > npm-was-called\n`,
  });
  chmodSync(join(tree.folder, 'bin/npm'), 0o755);
  cpSync(join(ROOT, 'server/scripts'), join(tree.folder, 'server/scripts'), { recursive: true });
});

beforeEach(async () => {
  port = await freePort();
  simulatorPort = await freePort();
});

afterEach(() => {
  running?.kill('SIGKILL');
});
afterAll(() => tree.remove());

const file = (path: string) => join(tree.folder, path);

describe('npm start', () => {
  test('says where both are, hands both their configuration, and stops both on SIGTERM', async () => {
    const script = startScript('server/scripts/start.mjs');
    await script.printed('Ctrl+C stops both');
    const tool = JSON.parse(readFileSync(file('tool.env.json'), 'utf8')) as NodeJS.ProcessEnv;
    const simulator = JSON.parse(readFileSync(file('simulator.env.json'), 'utf8')) as NodeJS.ProcessEnv;
    expect(tool.PUBLIC_URL).toBe(`http://127.0.0.1:${port}`);
    expect(simulator.TOOL_URL).toBe(tool.PUBLIC_URL);
    expect(tool.LTI_PLATFORMS_FILE).toBe(simulator.SIMULATOR_PLATFORMS_FILE);
    expect(tool.DATA_DIR).toBe(file('data'));

    script.child.kill('SIGTERM');
    const { code, stdout } = await script.ended;
    expect(stdout).toContain(`http://localhost:${simulatorPort}`);
    expect(stdout).toContain(`http://127.0.0.1:${port}`);
    expect([code, existsSync(file('tool.stopped')), existsSync(file('simulator.stopped'))]).toEqual([
      0,
      true,
      true,
    ]);
  });

  test.each([
    ['the tool dies as it starts', { DIES: 'tool' }, 'The tool ended by itself (exit code 3)', 3],
    [
      'the simulator dies as it starts',
      { DIES: 'simulator' },
      'The LMS simulator ended by itself (exit code 3)',
      3,
    ],
  ])('%s: the other is stopped, the exit code passed on', async (_what, env, message, exitCode) => {
    const { code, stderr } = await startScript('server/scripts/start.mjs', env).ended;
    expect(stderr).toContain(message);
    expect(code).toBe(exitCode);
    await expect(fetch(`http://127.0.0.1:${simulatorPort}/`)).rejects.toThrow('fetch failed');
  });

  test('the tool dies later: the simulator is stopped too', async () => {
    const script = startScript('server/scripts/start.mjs');
    await script.printed('Ctrl+C stops both');
    await fetch(`http://127.0.0.1:${port}/die`).catch(() => null);
    expect((await script.ended).code).toBe(4);
    await expect(fetch(`http://127.0.0.1:${simulatorPort}/`)).rejects.toThrow('fetch failed');
  });

  test.each(['PORT', 'SIMULATOR_PORT'])(
    '%s is taken: says so, and how to choose another',
    async (variable) => {
      const other = createServer();
      await new Promise<void>((done) =>
        other.listen(variable === 'PORT' ? port : simulatorPort, '127.0.0.1', done),
      );
      const { code, stderr } = await startScript('server/scripts/start.mjs').ended;
      await new Promise((done) => other.close(done));
      expect(stderr).toContain('is taken by another program');
      expect(stderr).toContain(`${variable}=`);
      expect(code).toBe(1);
    },
  );
});

describe('what has to be there', () => {
  const build = async () => startScript('server/scripts/build.mjs').ended;

  test('npm is left alone when the packages of the lock file are installed', async () => {
    await build();
    expect(existsSync(file('npm-was-called'))).toBe(false);
  });

  test('npm runs, and leaves the lock file as it is, when the lock file asks for another version', async () => {
    tree.write({ 'package-lock.json': LOCK.replace('1.0.0', '2.0.0') });
    const { stdout } = await build();
    tree.write({ 'package-lock.json': LOCK });
    expect(stdout).toContain('Installing packages');
    expect(readFileSync(file('npm-was-called'), 'utf8')).toMatch(/^install --no-save /);
  });

  test('what an earlier build left of a source that is gone is taken away', async () => {
    tree.write({ 'dist/server/src/gone.js': '', 'server/src/changed.ts': '' });
    await build();
    expect(existsSync(file('dist/server/src/gone.js'))).toBe(false);
    expect(existsSync(file('dist/server/src/main.js'))).toBe(true);
  });

  test('an old Node is told which one is needed', async () => {
    tree.write({ 'package.json': JSON.stringify({ type: 'module', engines: { node: '>=99.1' } }) });
    const { code, stderr } = await build();
    expect(stderr).toContain('Roundtable needs Node 99.1 or newer');
    expect(code).toBe(1);
  });
});
