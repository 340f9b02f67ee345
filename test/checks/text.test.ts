import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { makeTree, type Outcome, ROOT, runNode, type TemporaryTree } from './temporary-tree.ts';

/** Put together here, so that this file does not hold what it looks for. */
const text = (...parts: string[]) => parts.join('');

const PLANTED: [string, string, string][] = [
  ['a mark of unfinished work', 'a.ts', text('// TO', 'DO: later')],
  ['a mark of known faults', 'b.md', text('FIX', 'ME')],
  ['a path of one machine', 'c.json', text('{"a": "/wo', 'rk/main"}')],
  ['the folder of a person', 'd.sh', text('cd /ho', 'me/someone/src')],
  ['the host of a registry', 'e.yml', text('npm config set registry https://regis', 'try.example.com/')],
];

let tree: TemporaryTree;
let outcome: Outcome;
let clean: Outcome;

beforeAll(async () => {
  tree = makeTree({
    '.gitignore': 'ignored.ts\n',
    'ignored.ts': text('TO', 'DO'),
    'package-lock.json': text('https://regis', 'try.example.com/'),
    'fine.ts': "import '../group-work/x.ts';\nconst url = '/api/group/work/1';\nconst todo = [];\n",
    'picture.png': `\0${text('TO', 'DO')}`,
  });
  execFileSync('git', ['init', '--quiet'], { cwd: tree.folder });
  const check = () => runNode(tree.folder, [join(ROOT, 'test/checks/text.mjs')]);
  clean = await check();
  tree.write(Object.fromEntries(PLANTED.map(([, file, line]) => [file, `first\n${line}\n`])));
  outcome = await check();
});

afterAll(() => tree.remove());

test('names that only look alike, ignored files, the lock file and pictures pass', () => {
  expect(clean.stdout.trim()).toBe('');
  expect(clean.code).toBe(0);
});

test.each(PLANTED)('%s is reported with its line', (_what, file) => {
  expect(outcome.stdout).toContain(`${file}:2: `);
  expect(outcome.code).toBe(1);
});
