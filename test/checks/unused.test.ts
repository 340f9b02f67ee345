import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTree, type Outcome, ROOT, runNode, type TemporaryTree } from './temporary-tree.ts';

let tree: TemporaryTree;
let clean: Outcome;
let outcome: Outcome;

const runKnip = () => runNode(tree.folder, [join(ROOT, 'node_modules/knip/bin/knip.js'), '--no-progress']);

beforeAll(async () => {
  const { knip } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { knip: object };
  tree = makeTree({
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: { zod: '1' },
      devDependencies: { jest: '1', '@jest/globals': '1' },
      knip,
    }),
    'node_modules/zod/package.json': '{ "name": "zod", "version": "1.0.0", "main": "index.js" }',
    'node_modules/zod/index.js': '',
    'server/src/main.ts': "import 'zod';\nimport { used } from './part.ts';\nthrow new Error(used({}));\n",
    'server/src/part.ts':
      'export interface Options { name?: string }\nexport const used = (options: Options): string => String(options.name);\n',
    'server/src/part.test.ts':
      "import { test } from '@jest/globals';\nimport './part.ts';\ntest('x', () => {});\n",
  });
  clean = await runKnip();
  tree.write({
    'server/src/main.ts': "import { used } from './part.ts';\nthrow new Error(used({}));\n",
    'server/src/part.ts':
      'export interface Options { name?: string }\nexport const used = (options: Options): string => String(options.name);\n' +
      'export const forgotten = 1;\nexport type Abandoned = string;\n',
    'server/src/left-behind.ts': 'export const x = 1;\n',
    'client/src/left-behind.tsx': 'export const x = 1;\n',
  });
  outcome = await runKnip();
}, 60_000);

afterAll(() => tree.remove());

test('a tree in which everything is used passes, also a type that only its own file names', () => {
  expect(clean.stdout).not.toContain('Unused');
  expect(clean.code).toBe(0);
});

test.each([
  ['an export', /^forgotten\s+server\/src\/part\.ts/m],
  ['an exported type', /^Abandoned\s+type\s+server\/src\/part\.ts/m],
  ['a file of the server', /^server\/src\/left-behind\.ts/m],
  ['a file of the client', /^client\/src\/left-behind\.tsx/m],
  ['a dependency', /^zod\s+package\.json/m],
])('%s that nothing uses is reported', (_what, line) => {
  expect(outcome.stdout).toMatch(line);
  expect(outcome.code).toBe(1);
});
