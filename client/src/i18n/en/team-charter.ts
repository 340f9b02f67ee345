/** Texts of what groups agree on about working together. */
export const teamCharter = {
  title: 'Team charter',
  all: 'Team charters',
  intro:
    'What you agree on about working together. Everybody in the group can write here; it holds once everybody has agreed.',
  introStaff:
    'What the group has agreed on about working together. You see what was put to the group, not its draft.',
  sections: {
    goals: 'Goals',
    norms: 'Norms',
    roles: 'Roles',
    meetings: 'Meeting times',
    decisions: 'How we decide',
    disagreement: 'How we handle disagreement',
  },
  prompts: {
    goals: 'What do you want to reach together, and how good should it be?',
    norms: 'What can each of you rely on: answering messages, being on time, quality, help?',
    roles: 'Who takes care of what, and when do you change?',
    meetings: 'When and where do you meet, and what if somebody cannot come?',
    decisions: 'How do you decide: all agree, a majority, whoever does the work?',
    disagreement: 'What do you do when you disagree, or when somebody does not keep to this?',
  },
  nothing: 'Nothing is put to the group yet.',
  empty: '(nothing written)',
  standing: 'Version {{n}}, put to the group by {{name}}, {{when}}.',
  state: {
    none: 'None yet',
    toAgree: 'Agreements missing',
    agreed: 'Everybody agreed',
  },
  agreements: 'Who has agreed',
  agreedAt: 'Agreed {{when}}',
  missing: 'Not yet',
  ask: 'Please read it. Agreeing stands with your name and the time.',
  agree: 'I agree',
  agreed: 'You have agreed.',
  write: {
    title: 'Write the charter',
    again: 'Change the charter',
    changes:
      'What you change here holds once it is put to the group and everybody has agreed anew. The version above stays readable.',
    propose: 'Put it to the group',
    proposed: 'The group is asked to agree. You have agreed by putting it forward.',
    long: 'Write at most {{max}} characters.',
  },
  earlier: {
    title: 'Earlier versions',
    version: 'Version {{n}}, {{when}}',
    agreedBy: 'Agreed: {{names}}',
  },
  overview: {
    link: 'Charters of all groups',
    count: 'Agreed: {{agreed}} of {{members}}',
    intro: 'Which groups have agreed on how they work together. Open one to read it.',
    none: 'There are no groups yet',
  },
  setUp: {
    ask: 'Groups write a team charter',
    hint: 'Each group agrees on its goals, norms and ways of working. Every member agrees by name; a change needs everybody again.',
    prompts: 'What the charter asks',
    promptsHint: 'Questions that you leave as they are appear in the language of whoever reads.',
  },
} as const;
