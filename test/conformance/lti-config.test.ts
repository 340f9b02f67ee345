import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { platformEntrySchema, readPlatformsFile } from '../../server/src/platform/lti/platforms-file.ts';

const folder = fileURLToPath(new URL('../../lti-config/', import.meta.url));

test('the example of a platforms file is one', async () => {
  expect(await readPlatformsFile(`${folder}platforms.example.json`, false)).toHaveLength(2);
});

test.each(Object.keys(platformEntrySchema(false).shape))('the field %s is explained', async (field) => {
  expect(await readFile(`${folder}README.md`, 'utf8')).toContain(`\`${field}\``);
});
