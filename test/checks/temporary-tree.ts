import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository’s folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** A folder of its own with these files in it, for a tool to be run in. */
export interface TemporaryTree {
  folder: string;
  write(files: Record<string, string>): void;
  remove(): void;
}

/** Makes a temporary folder and writes the files, given by their paths in it. */
export function makeTree(files: Record<string, string>): TemporaryTree {
  // Real, because tools compare paths after following links, and macOS's temporary folder is one.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roundtable-checks-')));
  const write = (more: Record<string, string>) => {
    for (const [path, text] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  write(files);
  return { folder, write, remove: () => rmSync(folder, { recursive: true }) };
}

/** What a program printed and how it ended. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `node` with these arguments in a folder, to its end. */
export function runNode(folder: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  // Where tools find their helpers, as under npm.
  const path = [join(ROOT, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const variables = { ...process.env, PATH: path, NODE_OPTIONS: '', ...env };
  const options = { cwd: folder, env: variables, maxBuffer: 64 << 20 };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}
