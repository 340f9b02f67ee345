/** What is handed in, for those who set a peer review up. */
export const handInSetUp = {
  legend: 'What is handed in',
  work: 'A work',
  workHint: 'A text, files or links, as you choose below.',
  presentation: 'Nothing: presentations are live',
  presentationHint:
    'Learners say that they take part, and those who do review each other. Reviewers see whose presentation it is.',
  parts: {
    text: 'Text',
    files: 'Files',
    links: 'Links',
  },
  taken: {
    off: 'Not taken',
    allowed: 'Can be handed in',
    required: 'Must be handed in',
  },
  groups: 'Kinds of files',
  group: {
    documents: 'Documents (PDF, Word and the like)',
    images: 'Images',
    audio: 'Audio',
    video: 'Video',
    texts: 'Plain texts and code',
    archives: 'ZIP archives',
  },
  megabytes: 'Size of a file, at most (MB)',
  filesMax: 'Files in a work, at most',
} as const;
