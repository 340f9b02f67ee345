import { expect, test } from '@jest/globals';
import learner from '../../../../test/lms-simulator/recorded/moodle-4.5/launch-resource-link-learner.json' with { type: 'json' };
import deepLinking from '../../../../test/lms-simulator/recorded/moodle-4.5/launch-deep-linking-teacher.json' with { type: 'json' };
import type { Claims } from './launch-checks.ts';
import { readLaunch } from './launch-claims.ts';
import { CLAIM } from './vocabulary.ts';

const placesOf = (claims: object) => {
  const { courseUrl, linkUrl } = readLaunch(claims as Claims, 'launch', 'platform');
  return { courseUrl, linkUrl };
};

const canvas = (overrides: object = {}) => ({
  iss: 'https://canvas.instructure.com',
  sub: 'u',
  [CLAIM.deploymentId]: '7:d3',
  [CLAIM.roles]: [],
  [CLAIM.context]: { id: 'c'.repeat(40) },
  [CLAIM.resourceLink]: { id: '0b8c' },
  [CLAIM.toolPlatform]: { product_family_code: 'canvas' },
  [CLAIM.gradeServices]: { lineitems: 'https://school.instructure.com/api/lti/courses/31/line_items' },
  ...overrides,
});
const NONE = { courseUrl: null, linkUrl: null };

test.each([
  [
    'Moodle: course and activity by the recorded numbers',
    learner.claims,
    {
      courseUrl: 'http://127.0.0.1:8901/course/view.php?id=2',
      linkUrl: 'http://127.0.0.1:8901/mod/lti/view.php?l=1',
    },
  ],
  [
    'Moodle without a link: the course',
    deepLinking.claims,
    { courseUrl: 'http://127.0.0.1:8901/course/view.php?id=2', linkUrl: null },
  ],
  [
    'a Moodle whose ids are no numbers: nothing',
    { ...learner.claims, [CLAIM.context]: { id: '2&x' }, [CLAIM.resourceLink]: { id: "1' or" } },
    NONE,
  ],
  [
    'Canvas: the course on the school’s own address',
    canvas(),
    { courseUrl: 'https://school.instructure.com/courses/31', linkUrl: null },
  ],
  [
    'Canvas, where the assignment’s number is sent: the assignment',
    canvas({ [CLAIM.custom]: { assignment: '77' } }),
    {
      courseUrl: 'https://school.instructure.com/courses/31',
      linkUrl: 'https://school.instructure.com/courses/31/assignments/77',
    },
  ],
  [
    'Canvas, where it is not an assignment: the variable stays as it is',
    canvas({ [CLAIM.custom]: { assignment: '$Canvas.assignment.id' } }),
    { courseUrl: 'https://school.instructure.com/courses/31', linkUrl: null },
  ],
  ['Canvas without services: nothing', canvas({ [CLAIM.gradeServices]: undefined }), NONE],
  ['any other platform: nothing', canvas({ [CLAIM.toolPlatform]: undefined }), NONE],
])('where people find it in the LMS: %s', (_rule, claims, expected) => {
  expect(placesOf(claims)).toEqual(expected);
});
