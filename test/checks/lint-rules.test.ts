import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTree, ROOT, runNode, type TemporaryTree } from './temporary-tree.ts';

const DOMAIN = 'server/src/features/gradebook';
const PROMISE = 'const save = async (): Promise<void> => undefined;\n';
const JEST = "import { expect, test } from '@jest/globals';\n";
const BODY = "('adds', () => expect(1 + 1).toBe(2));\n";

/** Rule, what is wrong, the file, its text. */
const PLANTED: [string, string, string, string][] = [
  [
    'no-restricted-properties',
    'a rule reads the clock',
    `${DOMAIN}/a.domain.ts`,
    'export const at = Date.now();\n',
  ],
  [
    'no-restricted-properties',
    'a rule throws dice',
    `${DOMAIN}/b.domain.ts`,
    'export const x = Math.random();\n',
  ],
  [
    'no-restricted-properties',
    'core throws dice',
    'server/src/core/a.ts',
    'export const x = Math.random();\n',
  ],
  [
    'no-ambient-clock',
    'a rule takes the present as a date',
    `${DOMAIN}/c.domain.ts`,
    'export const at = new Date();\n',
  ],
  [
    'no-ambient-clock',
    'a rule takes the present as a text',
    `${DOMAIN}/d.domain.ts`,
    'export const at = Date();\n',
  ],
  [
    'no-ambient-clock',
    'core takes the present as a date',
    'server/src/core/b.ts',
    'export const at = new Date();\n',
  ],
  ['no-floating-promises', 'nobody waits', `${DOMAIN}/a.service.ts`, `${PROMISE}save();\n`],
  [
    'no-misused-promises',
    'a promise is always true',
    `${DOMAIN}/b.service.ts`,
    `${PROMISE}if (save()) throw new Error('x');\n`,
  ],
  ['no-explicit-any', 'any', `${DOMAIN}/c.service.ts`, 'export const x = (y: any): unknown => y;\n'],
  [
    'no-unsafe-assignment',
    'parsed JSON taken as it is',
    `${DOMAIN}/d.service.ts`,
    "export const x: number = JSON.parse('1');\n",
  ],
  [
    'no-non-null-assertion',
    'a promise to the compiler',
    `${DOMAIN}/e.service.ts`,
    'export const x = (y?: string): string => y!;\n',
  ],
  [
    'eqeqeq',
    'a comparison that converts',
    `${DOMAIN}/f.service.ts`,
    'export const x = (y: unknown): boolean => y == 1;\n',
  ],
  [
    'consistent-type-imports',
    'a type imported as a value',
    `${DOMAIN}/g.service.ts`,
    "import { Shape } from './shape.ts';\nexport const x = (y: Shape): number => y.size;\n",
  ],
  [
    'no-import-type-side-effects',
    'a type import that keeps the module',
    'client/src/a.ts',
    "import { type Shape } from './shape.ts';\nexport const x = (y: Shape): number => y.size;\n",
  ],
  [
    'switch-exhaustiveness-check',
    'a case forgotten',
    `${DOMAIN}/h.service.ts`,
    "export function x(y: 'a' | 'b'): void {\n  switch (y) {\n    case 'a':\n      throw new Error(y);\n  }\n}\n",
  ],
  ['no-console', 'the server prints', `${DOMAIN}/i.service.ts`, "console.log('x');\n"],
  [
    'no-process-env',
    'a part reads the environment',
    `${DOMAIN}/j.service.ts`,
    'export const x = process.env.PORT;\n',
  ],
  [
    'max-lines',
    'a long file',
    `${DOMAIN}/k.service.ts`,
    'export const x = [\n' + '  1,\n'.repeat(300) + '];\n',
  ],
  ['no-focused-tests', 'one test alone', `${DOMAIN}/a.test.ts`, `${JEST}test.only${BODY}`],
  ['no-disabled-tests', 'a test left out', `${DOMAIN}/b.test.ts`, `${JEST}test.skip${BODY}`],
  [
    'rules-of-hooks',
    'a hook on one path only',
    'client/src/b.tsx',
    "import { useState } from 'react';\nexport function B({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n",
  ],
  [
    'alt-text',
    'a picture without a text',
    'client/src/c.tsx',
    'export const C = () => <img src="x.png" />;\n',
  ],
];

/** What must stay allowed, close to what is not. */
const ALLOWED: Record<string, string> = {
  'types.d.ts':
    'declare const process: { env: Record<string, string | undefined> };\n' +
    "declare module '@jest/globals' {\n  export function test(name: string, body: () => void): void;\n" +
    '  export function expect(value: unknown): { toBe(other: unknown): void };\n}\n',
  [`${DOMAIN}/shape.ts`]: 'export interface Shape {\n  size: number;\n}\n',
  'client/src/shape.ts': 'export interface Shape {\n  size: number;\n}\n',
  [`${DOMAIN}/e.domain.ts`]: "export const at = new Date('2026-09-01T10:00:00Z');\n",
  'server/src/core/clock.ts': 'export const systemClock = { now: (): Date => new Date() };\n',
  'server/src/platform/http/a.ts': 'export const at = new Date();\n',
  'server/src/main.ts': 'export const x = process.env.PORT;\n',
  'test/api/long.test.ts': `${JEST}test${BODY}` + '// A longer test file.\n'.repeat(350),
};

interface Report {
  diagnostics: { code: string; filename: string; message: string }[];
}

let tree: TemporaryTree;
let found: string[];

beforeAll(async () => {
  tree = makeTree({
    ...ALLOWED,
    ...Object.fromEntries(PLANTED.map(([, , file, text]) => [file, text])),
    '.oxlintrc.json': readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8'),
    'test/checks/lint-plugin.mjs': readFileSync(join(ROOT, 'test/checks/lint-plugin.mjs'), 'utf8'),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2023',
        module: 'nodenext',
        allowImportingTsExtensions: true,
        jsx: 'react-jsx',
        noEmit: true,
      },
    }),
  });
  const { stdout, stderr } = await runNode(tree.folder, [
    join(ROOT, 'node_modules/oxlint/bin/oxlint'),
    '--type-aware',
    '--format=json',
    '.',
  ]);
  if (stdout === '') throw new Error(stderr);
  const report = JSON.parse(stdout) as Report;
  // A code is the plugin’s name with the rule’s in brackets: eslint(no-console).
  found = report.diagnostics.map(
    ({ code, filename }) => `${code.replace(/^.*\((.*)\)$/, '$1')} in ${filename}`,
  );
}, 60_000);

afterAll(() => tree.remove());

describe('lint', () => {
  test.each(PLANTED)('%s: %s', (rule, _what, file) => {
    expect(found).toContain(`${rule} in ${file}`);
  });

  test('nothing is reported about files that only come close', () => {
    expect(found.filter((line) => Object.keys(ALLOWED).some((file) => line.endsWith(file)))).toEqual([]);
  });
});
