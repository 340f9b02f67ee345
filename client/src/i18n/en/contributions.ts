/** What members of a group contribute. */
export const contributions = {
  title: 'Contributions',
  who: 'Member',
  left: '(has left the group)',
  known: 'What is known here',
  unknown: 'Not known',
  kinds: {
    text: 'Text (characters)',
    comments: 'Comments on pages',
    tasks: 'Tasks done',
    meetings: 'Meetings attended',
    files: 'Files and versions',
  },
  textOf: {
    now: '“Text” is what each has written that is on your pages now.',
    handedIn: '“Text” is what each had written on the pages as they were handed in.',
    unknown: 'For this milestone it is not known who wrote which text.',
  },
  caveat:
    'This is what is known here, and not all that counts: it cannot see ideas, talks, calls, work in other tools, text that was written for somebody else, or how good and how hard something was. The kinds cannot be added up, and nobody is ranked.',
  now: 'Your group alone sees this. Your instructors see it, with what each of you says, from {{when}} on, and until then only hints without names, such as “one of four has written most of the text”. Other groups never see it.',
  over: 'The milestone is over. Your group and your instructors see this; other groups never do.',
  later:
    'The group alone sees this while it works. You see it, with what each member says, from {{when}} on.',
  own: 'What I did',
  ownHint:
    'In your own words, also what is not seen above. You can change it until {{when}}; then it stays as it is, and your group and your instructors read it. Until then only you see it.',
  statements: 'In their own words',
  nobodySaid: 'Nobody has said anything.',
} as const;
