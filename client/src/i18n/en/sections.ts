/** Sections of a course and who looks after them. */
export const sections = {
  title: 'Sections',
  intro:
    'Say which group set is the sections of the course. Lists then show each learner’s section, and assistants see their own sections first. That is a filter, not a barrier: everybody on the staff can still open everything.',
  set: 'Groups that are the sections',
  setHint: 'Groups from the LMS, from a file, or made here.',
  none: 'The course has no sections',
  chosen: 'The sections were chosen.',
  empty: 'There is no group in this set yet.',
  table: 'Sections and their assistants',
  section: 'Section',
  unnamed: 'Section without a name',
  people: 'People',
  assistants: 'Assistants',
  assistantsHint: 'Nobody loses or gains access. Learners do not see this.',
  nobody: 'Nobody yet',
  change: 'Change',
  changeOf: 'Change the assistants of {{name}}',
  dialog: 'Assistants of “{{name}}”',
  save: 'Save',
  saved: 'The assistants were saved.',
  filter: { label: 'Whom the list shows', mine: 'My sections', all: 'Everybody' },
  divide: {
    open: 'Divide by section',
    title: 'Divide the works by section',
    confirm: 'Divide them so',
    text: 'Every work without a mark goes to those who look after its author’s section, evenly where they are several. Works that come later are divided in the same way, and a work that nobody has begun goes along when its author moves to another section.',
    section: '{{name}}: {{works}}, {{who}}',
    works_one: '{{count}} work',
    works_other: '{{count}} works',
    withoutSection_one:
      '{{count}} work is of a learner in no section: it is divided evenly among all who look after a section.',
    withoutSection_other:
      '{{count}} works are of learners in no section: they are divided evenly among all who look after a section.',
    withoutAssistants_one:
      '{{count}} work is of a section that nobody looks after: it is divided evenly among all who look after a section.',
    withoutAssistants_other:
      '{{count}} works are of sections that nobody looks after: they are divided evenly among all who look after a section.',
    people: 'What each person gets',
    person: '{{name}}: {{number}}',
    isOn: 'Works are divided by section as they come in.',
  },
  reviews: {
    label: 'Whose works learners review',
    hint: 'Sections are chosen on the page Groups. A section with no more works than each is to review is put together with others.',
    course: 'Works of the whole course',
    section: 'Works of their own section',
    facts: {
      none: 'The course has no sections, so reviews go across all of it.',
      within_one: 'In {{count}} section, learners review each other within it.',
      within_other: 'In {{count}} sections, learners review each other within their own.',
      tooSmall: 'Too few works to stay within the section: {{names}}. Their learners review across sections.',
      unplaced_one: '{{count}} learner is in no section and reviews across sections.',
      unplaced_other: '{{count}} learners are in no section and review across sections.',
      across_one: '{{count}} work is reviewed across sections.',
      across_other: '{{count}} works are reviewed across sections.',
      joined:
        'These are too few to review each other, so they join {{name}}, the section with the fewest works.',
    },
  },
} as const;
