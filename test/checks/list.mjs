/** The checks of `npm run check`: each a program of this repository, run in its root, that ends with 0 when all is well. */

const bin = (path) => `node_modules/${path}`;

export const CHECKS = [
  {
    name: 'types: server and tests',
    command: [bin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'],
  },
  { name: 'types: client', command: [bin('typescript/bin/tsc'), '-p', 'client/tsconfig.json', '--noEmit'] },
  { name: 'lint', command: [bin('oxlint/bin/oxlint'), '--type-aware', '.'] },
  { name: 'format', command: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  {
    name: 'dependency rules',
    command: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      'test/checks/dependency-rules.mjs',
      '--output-type',
      'err-long',
      'server',
      'client',
      'test',
    ],
  },
  { name: 'unused files, exports and dependencies', command: [bin('knip/bin/knip.js'), '--no-progress'] },
  { name: 'text', command: ['test/checks/text.mjs'] },
];
