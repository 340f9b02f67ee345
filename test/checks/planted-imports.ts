/** Files that each break one dependency rule, to be added to the tree of allowed-imports.ts. */
import { CONTRACT, EMPTY, FEATURE, imports, types } from './allowed-imports.ts';

interface Plant {
  rule: string;
  what: string;
  /** The first file is the one reported. */
  files: Record<string, string>;
  /** What the reported edge leads to. */
  to: string;
}

const plant = (rule: string, what: string, file: string, text: string, to: string): Plant => ({
  rule,
  what,
  files: { [file]: text },
  to,
});

const domain = (name: string) => `${FEATURE}/${name}.domain.ts`;
const MAIN_OF_DOMAIN = `${FEATURE}/peer-review.domain.ts`;
const CONTRACT_FILE = 'server/src/contracts/peer-review.ts';
const ZOD = 'node_modules/zod/index.js';

const featurePlants: Plant[] = [
  plant('domain-imports-core-and-contracts', 'a rule reads a file', domain('p1'), imports('node:fs'), 'fs'),
  plant('domain-imports-core-and-contracts', 'a rule uses zod', domain('p2'), imports('zod'), ZOD),
  plant(
    'domain-imports-core-and-contracts',
    'a rule knows another feature',
    domain('p3'),
    types('../gradebook/index.ts'),
    'server/src/features/gradebook/index.ts',
  ),
  plant('domain-takes-contracts-as-types', 'a rule parses', domain('p4'), imports(CONTRACT), CONTRACT_FILE),
  plant(
    'domain-takes-contracts-as-types',
    'a type import does not hide a second one of values',
    domain('p6'),
    types(CONTRACT) + imports(CONTRACT),
    CONTRACT_FILE,
  ),
  plant(
    'store-imports-database-and-domain',
    'a store makes a view',
    `${FEATURE}/p.store.ts`,
    imports('./peer-review.views.ts'),
    `${FEATURE}/peer-review.views.ts`,
  ),
  plant(
    'store-takes-domain-as-types',
    'a store decides',
    `${FEATURE}/p2.store.ts`,
    imports('./peer-review.domain.ts'),
    MAIN_OF_DOMAIN,
  ),
  plant(
    'views-import-contracts-and-domain',
    'a view queries',
    `${FEATURE}/p.views.ts`,
    types('./peer-review.store.ts'),
    `${FEATURE}/peer-review.store.ts`,
  ),
  plant(
    'views-take-domain-as-types',
    'a view decides',
    `${FEATURE}/p2.views.ts`,
    imports('./peer-review.domain.ts'),
    MAIN_OF_DOMAIN,
  ),
  plant(
    'service-imports-own-files-ports-and-indexes',
    'a service reaches into another feature',
    `${FEATURE}/p.service.ts`,
    imports('../gradebook/gradebook.service.ts'),
    'server/src/features/gradebook/gradebook.service.ts',
  ),
  plant(
    'service-imports-own-files-ports-and-indexes',
    'a service imports an adapter instead of its port',
    `${FEATURE}/p2.service.ts`,
    imports('../../platform/lti/provider.ts'),
    'server/src/platform/lti/provider.ts',
  ),
  plant(
    'routes-import-their-service',
    'a route queries',
    `${FEATURE}/p.routes.ts`,
    imports('./peer-review.store.ts'),
    `${FEATURE}/peer-review.store.ts`,
  ),
  plant(
    'jobs-import-their-service',
    'a job decides',
    `${FEATURE}/p.jobs.ts`,
    imports('./peer-review.domain.ts'),
    MAIN_OF_DOMAIN,
  ),
  plant(
    'index-imports-own-files',
    'an index passes on another feature',
    'server/src/features/notices/index.ts',
    imports('../gradebook/index.ts'),
    'server/src/features/gradebook/index.ts',
  ),
  {
    rule: 'feature-files-have-a-role',
    what: 'a helper file in a feature',
    files: {
      'server/src/features/insights/index.ts': imports('./helpers.ts'),
      'server/src/features/insights/helpers.ts': EMPTY,
    },
    to: 'server/src/features/insights/helpers.ts',
  },
];

const serverPlants: Plant[] = [
  plant(
    'features-only-by-their-index',
    'a composition reaches into a feature',
    'server/src/second-app.ts',
    imports('./features/gradebook/gradebook.service.ts'),
    'server/src/features/gradebook/gradebook.service.ts',
  ),
  plant(
    'platform-never-imports-features',
    'the platform knows a feature',
    'server/src/platform/http/p.ts',
    types('../../features/gradebook/index.ts'),
    'server/src/features/gradebook/index.ts',
  ),
  plant(
    'nobody-imports-main',
    'a test starts main',
    'test/api/p.test.ts',
    imports('../../server/src/main.ts'),
    'server/src/main.ts',
  ),
  plant(
    'only-main-makes-the-app',
    'the platform makes the app',
    'server/src/platform/http/p2.ts',
    imports('../../app.ts'),
    'server/src/app.ts',
  ),
  plant(
    'core-has-no-io-and-no-framework',
    'core opens a socket',
    'server/src/core/p.ts',
    imports('node:net'),
    'net',
  ),
  plant(
    'core-has-no-io-and-no-framework',
    'core validates',
    'server/src/core/p2.ts',
    imports('../contracts/peer-review.ts'),
    CONTRACT_FILE,
  ),
  plant(
    'core-has-no-io-and-no-framework',
    'core knows Express',
    'server/src/core/p3.ts',
    types('express'),
    'node_modules/express/index.js',
  ),
  plant(
    'contracts-import-zod-and-core',
    'a contract knows the platform',
    'server/src/contracts/p.ts',
    types('../platform/lti/ports.ts'),
    'server/src/platform/lti/ports.ts',
  ),
  plant(
    'plain-contracts-import-each-other',
    'a plain contract brings zod',
    'server/src/contracts/paths.ts',
    imports('zod'),
    ZOD,
  ),
  plant(
    'ltijs-only-in-platform-lti',
    'a router uses ltijs',
    'server/src/platform/http/p3.ts',
    imports('ltijs'),
    'node_modules/ltijs/index.js',
  ),
  plant(
    'mongoose-only-in-stores',
    'a query outside a store',
    'server/src/platform/lti/p.ts',
    types('mongoose'),
    'node_modules/mongoose/index.js',
  ),
  plant(
    'quirks-only-by-their-index',
    'a part knows which LMS it is',
    'server/src/platform/lti/p2.ts',
    imports('./quirks/moodle.ts'),
    'server/src/platform/lti/quirks/moodle.ts',
  ),
  plant(
    'server-runs-on-production-dependencies',
    'the server uses a tool of the tests',
    'server/src/platform/http/p4.ts',
    imports('supertest'),
    'node_modules/supertest/index.js',
  ),
];

const treePlants: Plant[] = [
  plant(
    'embedded-mongodb-imports-nothing-of-the-product',
    'the store knows the product',
    'server/embedded-mongodb/engine/p.ts',
    types('../../src/core/ids.ts'),
    'server/src/core/ids.ts',
  ),
  plant(
    'embedded-mongodb-only-by-its-index',
    'the product reaches into the store',
    'server/src/platform/database/p.ts',
    imports('../../../embedded-mongodb/engine/engine.ts'),
    'server/embedded-mongodb/engine/engine.ts',
  ),
  plant(
    'embedded-mongodb-only-in-platform-database',
    'another part knows which database it is',
    'server/src/platform/jobs/p.ts',
    imports('../../../embedded-mongodb/index.ts'),
    'server/embedded-mongodb/index.ts',
  ),
  plant(
    'client-takes-contracts-as-types',
    'zod comes into the bundle',
    'client/src/p.ts',
    imports('../../server/src/contracts/peer-review.ts'),
    CONTRACT_FILE,
  ),
  plant(
    'client-takes-contracts-as-types',
    'zod comes into the bundle beside a type',
    'client/src/p2.ts',
    types('../../server/src/contracts/peer-review.ts') + imports('../../server/src/contracts/peer-review.ts'),
    CONTRACT_FILE,
  ),
  plant(
    'client-knows-only-contracts',
    'the client knows core',
    'client/src/p3.ts',
    types('../../server/src/core/ids.ts'),
    'server/src/core/ids.ts',
  ),
  plant(
    'heavy-parts-load-when-wanted',
    'a page brings the date picker along',
    'client/src/p4.ts',
    imports('./ui/heavy/DatePicker.tsx'),
    'client/src/ui/heavy/DatePicker.tsx',
  ),
  plant(
    'nobody-imports-the-gallery',
    'a page shows a specimen',
    'client/src/p5.ts',
    imports('./gallery/Specimen.tsx'),
    'client/src/gallery/Specimen.tsx',
  ),
  plant(
    'server-never-imports-client-or-tests',
    'the server uses a factory of the tests',
    'server/src/platform/log/p.ts',
    imports('../../../../test/factories/build.ts'),
    'test/factories/build.ts',
  ),
  plant(
    'simulator-stands-alone',
    'the simulator shares code with the server',
    'test/lms-simulator/p.ts',
    imports('../../server/src/core/roles.ts'),
    'server/src/core/roles.ts',
  ),
  plant(
    'nobody-imports-a-test-file',
    'a test shares by its file',
    'test/api/p2.test.ts',
    imports('./launch.test.ts'),
    'test/api/launch.test.ts',
  ),
  {
    rule: 'no-cycles',
    what: 'two files need each other, if only as types',
    files: {
      'test/factories/p.ts': types('./p2.ts') + EMPTY,
      'test/factories/p2.ts': types('./p.ts') + EMPTY,
    },
    to: 'test/factories/p2.ts',
  },
  plant(
    'no-orphans',
    'a forgotten file',
    'server/src/platform/log/forgotten.ts',
    EMPTY,
    'server/src/platform/log/forgotten.ts',
  ),
  plant(
    'imports-resolve',
    'a file that is not there',
    'test/factories/p3.ts',
    imports('./absent.ts'),
    './absent.ts',
  ),
];

export const planted: Plant[] = [...featurePlants, ...serverPlants, ...treePlants];
