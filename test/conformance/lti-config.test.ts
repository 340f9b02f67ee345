/** What administrators copy is what the code does. What is generated is written by: node server/scripts/lti-config.mjs */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { platformEntrySchema, readPlatformsFile } from '../../server/src/platform/lti/platforms-file.ts';
import { CANVAS_PLACEMENTS, quirksOf } from '../../server/src/platform/lti/quirks/index.ts';
import { canvasDeveloperKey } from '../../server/src/platform/lti/registration/canvas-developer-key.ts';
import { toolAddresses, WANTED_SCOPES } from '../../server/src/platform/lti/tool-description.ts';
import { SCOPE } from '../../server/src/platform/lti/vocabulary.ts';
import { startLaunchBench } from './launch-bench.ts';

const folder = fileURLToPath(new URL('../../lti-config/', import.meta.url));
const read = (name: string): Promise<string> => readFile(`${folder}${name}`, 'utf8');

const PAGES = ['README.md', 'moodle.md', 'canvas.md', 'generic.md'];
/** The addresses as the pages write them. */
const { launch, login, keys } = toolAddresses('https://tool.test');
const asWritten = (address: string): string => address.replace('https://tool.test', 'PUBLIC_URL');

test('the example of a platforms file is one', async () => {
  expect(await readPlatformsFile(`${folder}platforms.example.json`, false)).toHaveLength(2);
});

test.each(Object.keys(platformEntrySchema(false).shape))('the field %s is explained', async (field) => {
  expect(await read('README.md')).toContain(`\`${field}\``);
});

test('the Canvas developer key is the generated one', async () => {
  expect(JSON.parse(await read('canvas-developer-key.json'))).toEqual(
    canvasDeveloperKey('https://roundtable.example.edu'),
  );
});

test('/lti/canvas.json is the developer key for the tool’s own address', async () => {
  const bench = await startLaunchBench();
  try {
    const response = await fetch(`${bench.url}/lti/canvas.json`);
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await response.json()).toEqual(canvasDeveloperKey(bench.url));
  } finally {
    await bench.close();
  }
});

test('the Canvas developer key holds what Canvas knows', () => {
  const key = canvasDeveloperKey('https://tool.test');
  // Its own list of scopes has no course groups, and an unknown one makes it refuse the key.
  expect(key['scopes']).not.toContain(SCOPE.groups);
  expect(key['extensions']).toMatchObject([
    {
      platform: 'canvas.instructure.com',
      domain: 'tool.test',
      privacy_level: 'public',
      tool_id: 'roundtable',
    },
  ]);
});

test.each(PAGES)('%s names no address that the tool does not have', async (page) => {
  const known = new Set(
    [launch, login, keys, 'https://tool.test/lti/canvas.json', 'https://tool.test/app/admin'].map(asWritten),
  );
  const named = [...(await read(page)).matchAll(/PUBLIC_URL\/[\w/.-]*\w/g)].map(([address]) => address);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((address) => !known.has(address))).toEqual([]);
});

test.each(['README.md', 'moodle.md', 'generic.md'])(
  '%s gives every address that a platform asks for',
  async (page) => {
    const text = await read(page);
    for (const address of [launch, login, keys]) expect(text).toContain(`\`${asWritten(address)}\``);
  },
);

test.each([
  ['moodle.md', 'moodle'],
  ['generic.md', null],
])('%s asks for the custom parameters that are asked for at registration', async (page, family) => {
  const [, block] = /```text\n(.*?)\n```/s.exec(await read(page)) ?? [];
  const { customParameters } = quirksOf(family);
  expect(block?.split('\n')).toEqual(
    Object.entries(customParameters).map(([name, value]) => `${name}=${value}`),
  );
});

test('the scopes and placements that the pages explain are those that are asked for', async () => {
  const scopesIn = (text: string): string[] =>
    [...text.matchAll(/`(https:\/\/purl\.imsglobal\.org\/spec\/[^`]+)`/g)]
      .map(([, scope]) => scope ?? '')
      .toSorted();
  expect(scopesIn(await read('generic.md'))).toEqual([...WANTED_SCOPES].toSorted());
  const canvas = await read('canvas.md');
  expect(scopesIn(canvas)).toEqual(
    [...(canvasDeveloperKey('https://tool.test')['scopes'] as string[])].toSorted(),
  );
  for (const placement of CANVAS_PLACEMENTS) expect(canvas).toContain(`- \`${placement}\``);
});
