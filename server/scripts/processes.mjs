/** Child processes that live and die together with the script that started them. */
import { spawn } from 'node:child_process';
import { ROOT } from './ensure.mjs';

/** How long a process may take to finish its work after SIGTERM before it is killed. */
const STOP_AFTER_MS = 15_000;

/** @type {Map<string, import('node:child_process').ChildProcess>} */
const running = new Map();
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(0));

/**
 * Starts `node` with these arguments in the repository’s folder, as one of several. When it ends by itself,
 * the others are stopped and the script ends with its exit code, or 1 if it had none or 0.
 * @param {string} name what a person calls it, for the message when it ends
 */
export function startOneOf(name, args, env = process.env) {
  spawnNode(name, args, env, (code, signal) => {
    console.error(`\n${name} ended by itself (${signal ?? `exit code ${code}`}).`);
    stopAll(code || 1);
  });
}

/** Runs `node` with these arguments, passes signals on to it and ends with its exit code. */
export function runAlone(args) {
  spawnNode(args[0], args, process.env, (code) => process.exit(code ?? 1));
}

function spawnNode(name, args, env, ended) {
  if (stopping) return;
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
  running.set(name, child);
  child.on('exit', (code, signal) => {
    running.delete(name);
    if (!stopping) ended(code, signal);
    else if (running.size === 0) process.exit();
  });
}

/** Stops every process and ends the script with this exit code, unless it is ending already. */
export function stopAll(exitCode) {
  if (stopping) return;
  stopping = true;
  process.exitCode = exitCode;
  if (running.size === 0) process.exit();
  for (const child of running.values()) child.kill('SIGTERM');
  setTimeout(() => {
    for (const child of running.values()) child.kill('SIGKILL');
  }, STOP_AFTER_MS).unref();
}
