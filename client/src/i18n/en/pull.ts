/** Texts of works that reviewers take one at a time. */
export const pull = {
  handIn: {
    title: 'Hand in first',
    text: 'As soon as your work is in, you take others’ works to review, one at a time. Reviewers may take yours at once, so you cannot change it after that.',
  },
  wait: {
    title: 'There is no work for you to review right now',
    until:
      'More works may come until {{when}}. They appear here by themselves, and you are told when there is one.',
    noMore: 'No more works are coming. Your instructor can see that you are ready.',
  },
  held: 'The work is kept for you until {{when}}. If you have not begun by then, somebody else gets it; what you have written stays yours.',
  ready: {
    text: 'There is a work that waits for a review. Those with the fewest reviews come first.',
    button: 'Review a work',
  },
  offer: {
    until:
      'Every work has enough reviews right now. You can wait for new ones, which may come until {{when}}, or review one that has enough: it counts just the same.',
    noMore: 'Every work has enough reviews. Review one of them all the same: it counts for you.',
    button: 'Review an earlier work',
  },
  help: {
    text: 'You have done all of your reviews. A work still lacks some: you can help its author.',
    button: 'Review one more',
  },
  done: 'You have done all of your reviews.',
  arrived: 'There is a work to review now.',
  gone: 'Somebody else was faster. What is next is shown here.',
  setUp: {
    label: 'When works are given to reviewers',
    hint: 'One at a time, nobody waits for the last work, and whoever stays away holds nobody up.',
    atOnce: 'All at once, when submissions close',
    rolling: 'One at a time, as soon as there is work',
    least: 'Reviews that every work is to get',
    leastHint:
      'Works with fewer come first. When it is below the number that each learner writes, there is room for people who stop halfway.',
  },
  staffBefore:
    'Reviews begin by themselves with the first work. Until submissions close, learners hand in and review side by side.',
  pairs: {
    title: 'Who reviews this work',
    none: 'Nobody reviews it yet.',
    add: 'Give it to another reviewer',
    hint: 'Those with the least to review come first.',
    reviews_one: '{{count}} review to write',
    reviews_other: '{{count}} reviews to write',
    mutual: 'is reviewed by this author',
    remove: 'Take away',
    removeOf: 'Take away: {{name}}',
    removed: '{{name}} does not review this work any more.',
    added: '{{name}} reviews this work now.',
  },
} as const;
