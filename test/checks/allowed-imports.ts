/** A small tree that keeps every dependency rule, near the edge of each. */

const npmPackage = (name: string): Record<string, string> => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({
    name,
    version: '1.0.0',
    type: 'module',
    main: 'index.js',
  }),
  [`node_modules/${name}/index.js`]: 'export default {};\n',
});

/** Imports for their side effect: a rule sees the edge, and no names have to exist. */
export const imports = (...paths: string[]): string => paths.map((path) => `import '${path}';\n`).join('');
export const types = (...paths: string[]): string =>
  paths
    .map(
      (path, index) => `import type { T as T${index} } from '${path}';\nexport type U${index} = T${index};\n`,
    )
    .join('');

export const EMPTY = 'export type T = string;\nexport const value = 1;\n';
export const FEATURE = 'server/src/features/peer-review';
export const CONTRACT = '../../contracts/peer-review.ts';
const PLAIN = '../../contracts/errors.ts';

export const allowedFiles: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { express: '1', ltijs: '1', mongoose: '1', zod: '1' },
    devDependencies: { react: '1', supertest: '1' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true, noEmit: true, jsx: 'react-jsx' },
  }),
  ...npmPackage('express'),
  ...npmPackage('ltijs'),
  ...npmPackage('mongoose'),
  ...npmPackage('zod'),
  ...npmPackage('react'),
  ...npmPackage('supertest'),

  'server/src/main.ts': imports(
    './app.ts',
    './features/peer-review/index.ts',
    './features/gradebook/index.ts',
    './platform/database/connect.ts',
    './platform/lti/provider.ts',
    './platform/http/route.ts',
    './platform/jobs/ports.ts',
  ),
  'server/src/app.ts': imports('express', './features/peer-review/index.ts', './platform/http/route.ts'),
  'server/src/app.test.ts': imports('./app.ts', 'supertest', '../../test/factories/build.ts'),
  'server/src/contracts/errors.ts': `${imports('./limits.ts')}${EMPTY}`,
  'server/src/contracts/limits.ts': EMPTY,
  'server/src/contracts/peer-review.ts': `${imports('zod', './limits.ts', '../core/ids.ts')}${EMPTY}`,
  'server/src/core/ids.ts': `${imports('node:crypto', '../contracts/errors.ts', './roles.ts')}${EMPTY}`,
  'server/src/core/roles.ts': EMPTY,

  [`${FEATURE}/peer-review.domain.ts`]:
    imports('../../core/ids.ts', './submit-review.domain.ts') + types(CONTRACT, PLAIN) + EMPTY,
  [`${FEATURE}/submit-review.domain.ts`]: EMPTY,
  [`${FEATURE}/peer-review.domain.test.ts`]: imports(
    './peer-review.domain.ts',
    '../../../../test/factories/build.ts',
  ),
  [`${FEATURE}/peer-review.store.ts`]:
    imports('mongoose', '../../core/ids.ts', '../../platform/database/collection.ts') +
    types('./peer-review.domain.ts') +
    EMPTY,
  [`${FEATURE}/peer-review.views.ts`]:
    imports(CONTRACT, '../../core/ids.ts') + types('./peer-review.domain.ts') + EMPTY,
  [`${FEATURE}/peer-review.service.ts`]:
    imports(
      './peer-review.domain.ts',
      './peer-review.store.ts',
      './peer-review.views.ts',
      './allocation/allocate.service.ts',
      '../gradebook/index.ts',
      '../../core/ids.ts',
      CONTRACT,
    ) +
    types('../../platform/lti/ports.ts') +
    EMPTY,
  [`${FEATURE}/allocation/allocate.service.ts`]: imports('../peer-review.domain.ts') + EMPTY,
  [`${FEATURE}/peer-review.routes.ts`]:
    imports('./peer-review.service.ts', CONTRACT, '../../core/ids.ts', '../../platform/http/route.ts') +
    EMPTY,
  [`${FEATURE}/peer-review.jobs.ts`]:
    imports('./peer-review.service.ts', CONTRACT, '../../core/ids.ts', '../../platform/jobs/ports.ts') +
    EMPTY,
  [`${FEATURE}/index.ts`]:
    imports('./peer-review.service.ts', './peer-review.routes.ts', './peer-review.jobs.ts') + EMPTY,
  'server/src/features/gradebook/index.ts': imports('./gradebook.service.ts') + EMPTY,
  'server/src/features/gradebook/gradebook.service.ts': imports('../../core/ids.ts') + EMPTY,

  'server/src/platform/database/connect.ts':
    imports('mongoose', '../../../embedded-mongodb/index.ts') + EMPTY,
  'server/src/platform/database/collection.ts': types('mongoose') + EMPTY,
  'server/src/platform/http/route.ts':
    imports('express', '../../core/roles.ts', '../../contracts/peer-review.ts') + EMPTY,
  'server/src/platform/jobs/ports.ts': types('../../core/roles.ts') + EMPTY,
  'server/src/platform/lti/ports.ts': types('../../core/roles.ts') + EMPTY,
  'server/src/platform/lti/provider.ts': imports('ltijs', './quirks/index.ts', './launch.store.ts') + EMPTY,
  'server/src/platform/lti/launch.store.ts': imports('mongoose') + EMPTY,
  'server/src/platform/lti/quirks/index.ts': imports('./moodle.ts') + EMPTY,
  'server/src/platform/lti/quirks/moodle.ts': EMPTY,
  'server/embedded-mongodb/index.ts': imports('./engine/engine.ts', 'node:fs') + EMPTY,
  'server/embedded-mongodb/engine/engine.ts': EMPTY,
  'server/embedded-mongodb/engine/engine.test.ts': imports('./engine.ts', 'mongoose'),

  'client/src/main.tsx': imports(
    'react',
    './features/peer-review/api.ts',
    '../../server/src/contracts/errors.ts',
  ),
  'client/src/features/peer-review/api.ts': types('../../../../server/src/contracts/peer-review.ts'),
  'client/src/ui/DatePicker.tsx':
    types('./heavy/DatePicker.tsx') + "export const part = () => import('./heavy/DatePicker.tsx');\n",
  'client/src/ui/heavy/DatePicker.tsx': imports('./Calendar.tsx') + EMPTY,
  'client/src/ui/heavy/Calendar.tsx': EMPTY,
  'client/src/gallery/Gallery.tsx': imports('../ui/DatePicker.tsx', './Specimen.tsx'),
  'client/src/gallery/Specimen.tsx': EMPTY,

  'test/factories/build.ts': imports('../../server/src/core/ids.ts') + EMPTY,
  'test/lms-simulator/main.ts': imports('express', './state.ts'),
  'test/lms-simulator/state.ts': EMPTY,
  'test/api/launch.test.ts': imports('../../server/src/app.ts', '../lms-simulator/state.ts'),
};
