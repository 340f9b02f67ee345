/** Texts of what members of groups write to each other in a questionnaire. */
export const groupTexts = {
  label: 'Who is written to, question {{n}}',
  short: 'Who is written to',
  one: 'One text',
  each: 'A text to each of the own group: {{name}}',
  explain:
    'You read the texts on the page “Contributions in groups” and say which of them the person reads, without who wrote them. For that the questionnaire also needs a table in which the group rates each other.',
  readBy:
    'Write it to the person. Your teachers read it first; if they let it through, the person reads it without your name, and only where at least two others have rated them.',
  results: 'What was written to people is on the page “Contributions in groups”.',
  own: 'What others wrote to you',
  ownExplain: 'Your teachers have read it and show it without names.',
  check: {
    title: 'What members wrote to each other',
    intro:
      'A person reads a text only if you have ticked it, with the result and without who wrote it. Leave out what hurts, and what tells who it is from.',
    first: 'Texts can be let through once the questionnaire is closed.',
    to: 'To {{name}} ({{group}})',
    withheld:
      'Fewer than two others have rated this person, so it would be known who wrote it: nothing is shown.',
    show: '{{name}} reads this',
    unchecked_one: '{{count, number}} text is not ticked and stays hidden.',
    unchecked_other: '{{count, number}} texts are not ticked and stay hidden.',
  },
} as const;
