/** Texts of a short survey of how teams work together, to begin a questionnaire with. */
export const dynamics = {
  start: 'Start with a survey of team dynamics',
  hint: 'Five quick questions about participation, communication, disagreement and safety, anonymous, in two minutes. Everything can be changed; set below when it opens again, such as after each milestone.',
  applied: 'The survey is filled in below.',
  title: 'How is your team working together?',
  intro: 'It takes two minutes. Nobody learns who answered what; results show from five answers on.',
  disagree: 'Not at all',
  agree: 'Fully',
  items: {
    participation: 'Everybody in our team contributes.',
    communication: 'We keep each other informed in time.',
    disagreement: 'When we disagree, we talk about it openly and find a way.',
    safety: 'I can say that I made a mistake or do not know something.',
    again: 'I would like to work with this team again.',
    change: 'What is one thing that your team should change?',
  },
} as const;
