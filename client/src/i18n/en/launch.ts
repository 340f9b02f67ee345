/** What the ways into the tool say to everybody. */
export const launch = {
  notReady: {
    title: 'Not ready yet',
    text: 'Your instructor has not set up this activity yet. Nothing is due here until then.',
    staff: 'An instructor of the course has to set up this activity. Assistants cannot do that.',
    waiting: 'This page goes on by itself as soon as the activity is there.',
    ready: 'The activity is ready.',
  },
  notAllowed: {
    title: 'Only instructors add activities',
    text: 'Your role in this course does not allow to add activities from here. Please ask an instructor of the course.',
  },
  notHere: {
    title: 'This is not in this course',
    text: 'The gradebook has asked for work that belongs to another course, or to somebody who is not in this one.',
  },
} as const;
