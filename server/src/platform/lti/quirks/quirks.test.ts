import { describe, expect, test } from '@jest/globals';
import recorded from '../../../../../test/lms-simulator/recorded/moodle-4.5/launch-deep-linking-teacher.json' with { type: 'json' };
import { quirksOf } from './index.ts';

const SETTINGS = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
const PLACEMENT = 'https://www.instructure.com/placement';
const generic = quirksOf(null);
const moodle = quirksOf('moodle');
const canvas = quirksOf('canvas');

test.each([
  ['Moodle', moodle],
  ['CANVAS', canvas],
  ['something else', generic],
])('the family %s is known however it is written', (family, quirks) => expect(quirksOf(family)).toBe(quirks));

describe('a line item with a deep link', () => {
  test.each<[string, boolean, boolean]>([
    [
      'Moodle, which says nothing of it (as recorded)',
      moodle.acceptsLineItem(recorded.claims[SETTINGS], {}),
      true,
    ],
    ['a platform that says no', generic.acceptsLineItem({ accept_lineitem: false }, {}), false],
    ['a platform that says yes', generic.acceptsLineItem({ accept_lineitem: true }, {}), true],
  ])('%s', (_lms, accepted, expected) => expect(accepted).toBe(expected));

  test.each([
    ['assignment_selection', true],
    ['link_selection', true],
    ['course_assignments_menu', true],
    ['module_index_menu_modal', true],
    ['module_menu_modal', true],
    ['editor_button', false],
    ['submission_type_selection', false],
    [null, true],
  ])('Canvas at %s: %p', (placement, expected) => {
    expect(canvas.acceptsLineItem({}, { [PLACEMENT]: placement })).toBe(expected);
  });
});

test.each([
  ['generic', generic.acceptsDates({}), true],
  [
    'Canvas’s assignment page keeps its own',
    canvas.acceptsDates({ [PLACEMENT]: 'assignment_selection' }),
    false,
  ],
  ['Canvas elsewhere', canvas.acceptsDates({ [PLACEMENT]: 'course_assignments_menu' }), true],
])('dates with a deep link: %s', (_lms, accepted, expected) => expect(accepted).toBe(expected));

test('nothing chosen is an empty answer, but for Canvas, where one goes back', () => {
  expect([generic, moodle, canvas].map(({ cancelsByReturn }) => cancelsByReturn)).toEqual([
    false,
    false,
    true,
  ]);
});

test('every registration asks for the history and the dates; Canvas’s for each learner’s own too', () => {
  const standard = {
    context_history: '$Context.id.history',
    link_history: '$ResourceLink.id.history',
    submission_until: '$ResourceLink.submission.endDateTime',
    available_until: '$ResourceLink.available.endDateTime',
  };
  for (const quirks of [generic, moodle, canvas]) expect(quirks.customParameters).toMatchObject(standard);
  expect(canvas.customParameters).toMatchObject({ person_due_at: '$Canvas.assignment.dueAt.iso8601' });
  expect(generic.customParameters).not.toHaveProperty('person_due_at');
});
