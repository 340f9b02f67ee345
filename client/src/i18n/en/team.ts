/** Texts of questionnaires that are answered alone and then as a group. */
export const team = {
  explain:
    'The group’s answers: {{points}} of {{possible}} points. Together, with {{weight}} for the group: {{percent}}.',
  terms: 'First you answer alone. Then your group answers the same questions together.',
  title: 'With your group',
  titleOf: 'With your group: {{group}}',
  ownResult: 'Your own result',
  result: 'Result of your group',
  state: {
    noGroup:
      'You are in no group here, so your own answers count in full. If you should be in one, please tell your teaching staff.',
    alone: 'Nobody else is in your group, so your own answers count in full.',
    ownFirst: 'Your own answers come first.',
    open: 'Answer the same questions together now. What one of you chooses is there for all of you, and one of you sends it for the group.',
    sent: 'Your group has sent its answers.',
    sentBefore: 'Your group sent its answers before you came into it, so your own answers count in full.',
    closed: 'Your group sent no answers in time, so your own answers count in full.',
  },
  sentBy: 'Your group has sent its answers ({{name}}, {{when}}).',
  answered_one: '{{answered}} of {{count}} person in your group has answered alone.',
  answered_other: '{{answered}} of {{count}} people in your group have answered alone.',
  alone: 'Your own score counts in full: {{own}}.',
  combined: 'Alone {{own}}, as a group {{team}}. With {{weight}} for the group that makes {{percent}}.',
  send: 'Send for the group',
  savedBy: 'Last changed by {{name}}, {{when}}',
  overtaken: {
    title: 'Somebody in your group was faster',
    text: 'The sheet has changed since you saw it. Nothing of it is lost, and neither is what you chose.',
    merge: 'Add my changes to it',
    theirs: 'Show the sheet without them',
  },
  fixed: 'Groups answer together after everybody has alone. This stays as it is, because it is published.',
  fixedNot: 'Whether groups answer together stays as it was when it was published.',
  build: {
    title: 'Alone and then as a group',
    use: 'After answering alone, answer the same questions as a group',
    noSets: 'For this the course needs a group set: make one on the page Groups.',
    explain:
      'A group’s sheet opens to each of its people once their own answers are in. Scores and right answers are shown when the group has answered; whoever has no group is scored alone.',
    set: 'Groups of',
    percent: 'Percent that the group’s score counts',
    percentHint:
      'One’s own score counts the rest. Grades go out when the group has answered, all others when it closes.',
  },
  fault: {
    TEAM_ANONYMOUS: 'A questionnaire that groups answer too cannot be anonymous.',
    TEAM_ROUNDS: 'A questionnaire that groups answer too cannot open again in rounds.',
    TEAM_ITEMS:
      'Groups answer the same questions as their people: none are drawn, and none are about one’s own group.',
    TEAM_FILES: 'Groups do not answer with files: leave such questions out, or let people answer alone.',
    TEAM_ATTEMPTS: 'There is one attempt alone: afterwards the group has talked about the answers.',
  },
  results: {
    title: 'Alone and as a group',
    groups_one: '{{count, number}} group has sent its answers',
    groups_other: '{{count, number}} groups have sent their answers',
    scores: 'Scores alone and as a group',
    who: 'Who',
    own: 'Alone',
    together: 'As a group',
    means: 'Mean alone {{own}}, as a group {{team}}',
    compared: 'Alone and as a group, in percent: {{question}}',
    group: 'Group',
    percent: 'Together in percent',
  },
} as const;
