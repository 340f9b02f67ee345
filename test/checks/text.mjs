/**
 * The check “text”: no tracked file holds a mark of unfinished work, a path of somebody’s machine or the
 * host of a package registry. Runs in the checkout and lists each place as file:line.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Written with a character class where needed, so that this file does not match itself. */
const PATTERNS = [
  { name: 'unfinished work', pattern: /\b(TO[D]O|FIX[M]E)\b/ },
  { name: 'a path of one machine', pattern: /(?<![\w.\-/])\/(wor[k]|hom[e]\/\w+|User[s]\/\w+)\// },
  {
    name: 'a registry host',
    pattern: /\bregistr[y]\.[\w-]+\.\w+|\/\/[\w.-]*(artifactor[y]|verdacci[o]|nexu[s])\b/i,
  },
];

const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
  maxBuffer: 64 << 20,
});
const files = list.split('\0').filter((file) => file && file !== 'package-lock.json' && existsSync(file));
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  if (text.includes('\0')) continue; // not text
  for (const [index, line] of text.split('\n').entries()) {
    for (const { name, pattern } of PATTERNS) {
      if (!pattern.test(line)) continue;
      console.log(`${file}:${index + 1}: ${name}`);
      process.exitCode = 1;
    }
  }
}
