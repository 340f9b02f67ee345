/** Links, what must be handed in, and live presentations: where one hands in and reads. */
export const handIn = {
  /** Where a group writes. */
  stale: {
    title: '{{name}} has saved in the meantime',
    text: 'You write this together, and the other text was saved after you opened this one. Which do you want to keep?',
  },
  links: {
    label: 'Links',
    address: 'Address of a link',
    hint: 'A whole address that begins with https://',
    add: 'Add link',
    invalid: 'Please enter a whole address that begins with http:// or https://.',
    twice: 'This link is there already.',
    remove: 'Remove the link to {{host}}',
    added: 'The link to {{host}} is added.',
    removed: 'The link to {{host}} was removed.',
    goesTo: 'Leads out of the course to {{host}}, in a new tab',
    anonymous: 'What a link leads to may say who you are. Roundtable cannot change that.',
  },
  needs: {
    text: 'A text must be handed in.',
    files: 'At least one file must be handed in.',
    links: 'At least one link must be handed in.',
  },
  presentation: {
    text: 'You present live: there is nothing to hand in. Say that you take part, so that others can review your presentation.',
    button: 'I take part',
    reviewed: 'This work is presented live: there is nothing to open here.',
  },
} as const;
