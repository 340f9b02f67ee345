/** Discussions: questions and debates, reactions, tags, search, mentions and followed threads. */
export const discussionTalk = {
  question: {
    title: 'Questions',
    start: 'Ask a question',
    startLabel: 'Your question in detail',
    unanswered: 'Without an accepted or endorsed answer',
    answered: 'Answered',
    open: 'Open',
    hint: 'Each thread is a question. Reply to the question to answer it; reply to an answer to talk about it.',
    answer: 'Answer',
    accepted: 'Accepted answer',
    endorsed: 'Endorsed by teaching staff',
    accept: 'Accept as the answer',
    unaccept: 'Accept no more',
    endorse: 'Endorse this answer',
    unendorse: 'Endorse no more',
    done: {
      accept: 'The answer is accepted.',
      unaccept: 'The answer is accepted no more.',
      endorse: 'The answer is endorsed.',
      unendorse: 'The answer is endorsed no more.',
    },
  },
  debate: {
    hint: 'Each post is for or against. Say which side yours takes.',
    side: 'Your post is',
    sideMissing: 'Say whether your post is for or against.',
    sides: { pro: 'For', contra: 'Against' },
    neither: 'Neither',
    balance: 'Balance of the sides',
    count: 'For: {{pro}} · Against: {{contra}}',
    oneSided: {
      pro: 'Hardly anybody has argued against it so far.',
      contra: 'Hardly anybody has argued for it so far.',
    },
  },
} as const;
