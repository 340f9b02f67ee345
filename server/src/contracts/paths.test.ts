import { expect, test } from '@jest/globals';
import { gradingViewUrl, readGradingView } from './paths.ts';

const [A, B] = ['a'.repeat(32), 'b'.repeat(32)];
const tool = 'https://tool.example';

test('the address of the grading view is read as it was written', () => {
  expect(readGradingView(tool + gradingViewUrl(A, B, 3))).toEqual({ activityId: A, memberId: B, version: 3 });
});

test.each([
  `${tool}/lti/launch`,
  `${tool}/lti/launch?activity=${A}`,
  `${tool}/lti/launch?activity=${A}&learner=${B}`,
  `${tool}/lti/launch?activity=${A}&learner=${B}&attempt=0`,
  `${tool}/lti/launch?activity=${A}&learner=${B}&attempt=1e3`,
  `${tool}/lti/launch?activity=${A}&learner=../x&attempt=1`,
  'no address',
  '',
])('%p names no work', (address) => expect(readGradingView(address)).toBeNull());
