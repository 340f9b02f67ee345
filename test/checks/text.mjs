/**
 * The check “text”: no tracked file holds a mark of unfinished work, a path of somebody’s machine or the
 * host of a package registry. Lists each place as file:line.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Written with a character class where needed, so that this file does not match itself. */
export const PATTERNS = [
  { name: 'unfinished work', pattern: /\b(TO[D]O|FIX[M]E)\b/ },
  { name: 'a path of one machine', pattern: /(?<![\w.\-/])\/(wor[k]|hom[e]\/\w+|User[s]\/\w+)\// },
  {
    name: 'a registry host',
    pattern: /\bregistr[y]\.[\w-]+\.\w+|\/\/[\w.-]*(artifactor[y]|verdacci[o]|nexu[s])\b/i,
  },
];

/**
 * @param {string} text a file’s text
 * @returns {{ line: number, name: string }[]} each line that a pattern finds, from 1
 */
export function findIn(text) {
  return text
    .split('\n')
    .flatMap((content, index) =>
      PATTERNS.filter(({ pattern }) => pattern.test(content)).map(({ name }) => ({ line: index + 1, name })),
    );
}

/** @param {string} folder a git checkout @returns {string[]} `file:line: what` for each place in its files */
export function findInCheckout(folder) {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return list
    .split('\0')
    .filter((file) => file && file !== 'package-lock.json' && existsSync(join(folder, file)))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      if (text.includes('\0')) return []; // not text
      return findIn(text).map(({ line, name }) => `${file}:${line}: ${name}`);
    });
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const places = findInCheckout(process.cwd());
  console.log(places.join('\n'));
  process.exit(places.length === 0 ? 0 : 1);
}
