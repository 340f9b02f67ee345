/** Structured prompts with which staff begin a discussion or a thread. */
export const promptStarters = {
  label: 'Insert a starter prompt',
  done: '“{{name}}” stands at the end of the text. Change it as you like.',
  names: {
    case: 'A case to solve',
    sides: 'Both sides',
    unclear: 'What is unclear',
    sources: 'Weigh the sources',
    further: 'Building on each other',
    reflect: 'Looking back',
  },
  texts: {
    case: 'Read the case. What would you do, and in which order?\n\nName what you decide on, the reason for it, and what you would have to know to decide otherwise. In your replies, show somebody else a consequence they have not named.',
    sides:
      'Take one side of this question and give your strongest reason for it.\n\nThen reply to somebody of the other side: say first, in your own words, what convinces you in their reason, and only then what does not.',
    unclear:
      'What in this week’s topic is still unclear to you? Say what you have understood, and where exactly it stops.\n\nAnswer at least one question of somebody else: with an explanation, an example, or a place to read on.',
    sources:
      'Bring one source on this question and say in two sentences what it claims.\n\nWho says it, on what evidence, and who would object? Reply to somebody whose source says something else than yours.',
    further:
      'Start from a thought of somebody who has written before you: quote it, and take it one step further.\n\nAdd an example, a condition under which it does not hold, or a link to something we have read.',
    reflect:
      'What did you think about this topic at the beginning, and what do you think now?\n\nName what has changed your mind, or what has held against objections, and one question that you take along.',
  },
} as const;
