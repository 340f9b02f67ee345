/**
 * Who may import whom: the table of DESIGN.md §1 and its rules, for dependency-cruiser. Each rule has a
 * planted violation in dependency-rules.test.ts. A type-only import leaves nothing in the output.
 */

const TEST_FILE = '\\.test\\.tsx?$';
const CORE = '^server/src/core/';
const CONTRACTS = '^server/src/contracts/';
/** The contracts without zod: the only ones that may run in the client. */
const PLAIN_CONTRACTS =
  '^server/src/contracts/(errors|limits|moderation-limits|room-limits|outside-links|team-limits|page-limits|review-limits|presentation-limits|paths|plain-text|file-types|file-groups|web-link|questionnaire-rules|questionnaire-cells|questionnaire-people|questionnaire-together|marking-twice|rubric-rules|fill-comment|factor-methods|passages|calendar-day|direction)\\.ts$';
const PORTS = ['^server/src/platform/[^/]+/ports\\.ts$', '^server/src/platform/[^/]+/[a-z]+-ports\\.ts$'];
const ANY_FEATURE_INDEX = '^server/src/features/[^/]+/index\\.ts$';
const ROLES = ['domain', 'store', 'views', 'service', 'routes', 'jobs'];

const npm = (name) => `(^|/)node_modules/(@types/)?${name}/`;
/** The files of one role in any feature; the feature’s name is the first group. */
const inAnyFeature = (role) => `^server/src/features/([^/]+)/.+\\.${role}\\.ts$`;
/** The files of one role in the importing file’s own feature. */
const own = (role) => `^server/src/features/$1/.+\\.${role}\\.ts$`;

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const importsOnly = (name, comment, path, allowed) =>
  forbid(name, comment, { path, pathNot: TEST_FILE }, { pathNot: allowed });
const onlyAsTypes = (name, comment, path, to) =>
  forbid(name, comment, { path, pathNot: TEST_FILE }, { ...to, dependencyTypesNot: ['type-only'] });

const featureFiles = [
  importsOnly(
    'domain-imports-core-and-contracts',
    'A domain file is a pure rule: core, contracts and its own domain.',
    inAnyFeature('domain'),
    [CORE, CONTRACTS, own('domain')],
  ),
  onlyAsTypes(
    'domain-takes-contracts-as-types',
    'A rule validates nothing: of contracts that do, it needs only the types.',
    inAnyFeature('domain'),
    { path: CONTRACTS, pathNot: PLAIN_CONTRACTS },
  ),
  importsOnly(
    'store-imports-database-and-domain',
    'A store speaks with the database: mongoose, platform/database, core, its own domain.',
    inAnyFeature('store'),
    [npm('mongoose'), '^server/src/platform/database/', CORE, PLAIN_CONTRACTS, own('domain'), own('store')],
  ),
  onlyAsTypes(
    'store-takes-domain-as-types',
    'A store decides nothing: it returns entities and calls no rule.',
    inAnyFeature('store'),
    { path: own('domain') },
  ),
  importsOnly(
    'views-import-contracts-and-domain',
    'A view turns an entity into what a contract says.',
    inAnyFeature('views'),
    [CONTRACTS, CORE, own('domain'), own('views')],
  ),
  onlyAsTypes(
    'views-take-domain-as-types',
    'A view shows what was decided: it calls no rule.',
    inAnyFeature('views'),
    { path: own('domain') },
  ),
  importsOnly(
    'service-imports-own-files-ports-and-indexes',
    'A service loads, lets the domain decide and stores; the outside world comes in as ports.',
    inAnyFeature('service'),
    [own('(domain|store|views|service)'), CORE, CONTRACTS, ...PORTS, ANY_FEATURE_INDEX],
  ),
  importsOnly(
    'routes-import-their-service',
    'A route is one service call with the permission it needs.',
    inAnyFeature('routes'),
    [own('(service|routes)'), CONTRACTS, CORE, '^server/src/platform/http/'],
  ),
  importsOnly('jobs-import-their-service', 'A job is one service call.', inAnyFeature('jobs'), [
    own('(service|jobs)'),
    CONTRACTS,
    CORE,
    '^server/src/platform/jobs/',
  ]),
  importsOnly(
    'index-imports-own-files',
    'An index says what others may use of its own feature.',
    '^server/src/features/([^/]+)/index\\.ts$',
    ['^server/src/features/$1/'],
  ),
  forbid(
    'feature-files-have-a-role',
    `A file of a feature is its index or ends in one of: ${ROLES.map((role) => `.${role}.ts`).join(', ')}.`,
    {},
    {
      path: '^server/src/features/',
      pathNot: [ANY_FEATURE_INDEX, `^server/src/features/.+\\.(${ROLES.join('|')})\\.ts$`, TEST_FILE],
    },
  ),
];

const serverParts = [
  forbid(
    'features-only-by-their-index',
    'From outside, a feature is what its index offers.',
    { path: '^server/src/', pathNot: ['^server/src/features/', TEST_FILE] },
    { path: '^server/src/features/', pathNot: ANY_FEATURE_INDEX },
  ),
  forbid(
    'platform-never-imports-features',
    'The outside world does not know what it is used for; main.ts wires the two together.',
    { path: '^server/src/platform/', pathNot: TEST_FILE },
    { path: '^server/src/features/' },
  ),
  forbid(
    'nobody-imports-main',
    'main.ts wires the parts together and starts them; a test’s stack starts it whole.',
    { pathNot: '^test/factories/' },
    { path: '^server/src/main\\.ts$' },
  ),
  forbid(
    'only-main-makes-the-app',
    'app.ts takes its parts as arguments, from main.ts or from a test.',
    { path: '^server/src/', pathNot: ['^server/src/main\\.ts$', TEST_FILE] },
    { path: '^server/src/app\\.ts$' },
  ),
  importsOnly(
    'core-has-no-io-and-no-framework',
    'Core is the words everybody uses: itself, the plain contracts, and node:crypto for ids.',
    CORE,
    [CORE, PLAIN_CONTRACTS, '^(node:)?crypto$'],
  ),
  importsOnly(
    'contracts-import-zod-and-core',
    'A contract is a shape: zod, core and other contracts.',
    CONTRACTS,
    [CONTRACTS, CORE, npm('zod')],
  ),
  importsOnly(
    'plain-contracts-import-each-other',
    'errors, limits and paths run in the client, so nothing may come along with them.',
    PLAIN_CONTRACTS,
    [PLAIN_CONTRACTS],
  ),
  forbid(
    'ltijs-only-in-platform-lti',
    'Unwrapped, ltijs is not safe.',
    { path: '^server/', pathNot: '^server/src/platform/lti/' },
    { path: npm('ltijs') },
  ),
  forbid(
    'mongoose-only-in-stores',
    'A query is in a store.',
    { path: '^server/src/', pathNot: ['\\.store\\.ts$', '^server/src/platform/database/', TEST_FILE] },
    { path: npm('(mongoose|mongodb)') },
  ),
  forbid(
    'quirks-only-by-their-index',
    'Which LMS it is, nobody outside quirks/ needs to know.',
    { pathNot: '^server/src/platform/lti/quirks/' },
    { path: '^server/src/platform/lti/quirks/', pathNot: '/quirks/index\\.ts$' },
  ),
  forbid(
    'server-runs-on-production-dependencies',
    'A development dependency is not installed in production.',
    { path: '^server/(src|embedded-mongodb)/', pathNot: TEST_FILE },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
];

const trees = [
  forbid(
    'embedded-mongodb-imports-nothing-of-the-product',
    'It is a package of its own.',
    { path: '^server/embedded-mongodb/' },
    { path: '^(server/(?!embedded-mongodb/)|client/|test/)' },
  ),
  forbid(
    'embedded-mongodb-only-by-its-index',
    'The product uses one function of it.',
    { pathNot: '^server/embedded-mongodb/' },
    { path: '^server/embedded-mongodb/', pathNot: '^server/embedded-mongodb/(index|bench)\\.ts$' },
  ),
  forbid(
    'embedded-mongodb-only-in-platform-database',
    'Which database it is, only platform/database knows.',
    { path: '^server/src/', pathNot: '^server/src/platform/database/' },
    { path: '^server/embedded-mongodb/' },
  ),
  onlyAsTypes('client-takes-contracts-as-types', 'zod stays out of the client’s bundle.', '^client/', {
    path: CONTRACTS,
    pathNot: PLAIN_CONTRACTS,
  }),
  forbid(
    'client-knows-only-contracts',
    'The client and the server meet in the contracts.',
    { path: '^client/', pathNot: TEST_FILE },
    { path: '^(server|test)/', pathNot: CONTRACTS },
  ),
  forbid(
    'heavy-parts-load-when-wanted',
    'A table, a menu or a date picker is not to weigh on a first page: import it by import().',
    { path: '^client/', pathNot: ['^client/src/ui/heavy/', TEST_FILE] },
    { path: '^client/src/ui/heavy/', dynamic: false, dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'nobody-imports-the-gallery',
    'The gallery is for development: the client that is served holds nothing of it.',
    { path: '^client/', pathNot: '^client/src/gallery/' },
    { path: '^client/src/gallery/' },
  ),
  forbid(
    'server-never-imports-client-or-tests',
    'What runs in production needs neither.',
    { path: '^server/', pathNot: TEST_FILE },
    { path: '^(client|test)/' },
  ),
  forbid(
    'simulator-stands-alone',
    'A mistake made in both the simulator and the server would be invisible.',
    { path: '^test/lms-simulator/' },
    { path: '^(server|client)/' },
  ),
  forbid('nobody-imports-a-test-file', 'What tests share is in test/.', {}, { path: TEST_FILE }),
  forbid('no-cycles', 'Each file can be understood after those it imports.', {}, { circular: true }),
  forbid(
    'no-orphans',
    'A file that imports nothing and that nothing imports is forgotten. Tools read test/checks by path.',
    { orphan: true, pathNot: ['\\.d\\.ts$', '^test/checks/'] },
    {},
  ),
  forbid('imports-resolve', 'Every import leads to a file or a package.', {}, { couldNotResolve: true }),
];

export default {
  forbidden: [...featureFiles, ...serverParts, ...trees],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(dist/|test/lms-simulator/recorded/|test/artefacts/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
