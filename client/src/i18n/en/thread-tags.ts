/** Discussions: tags of threads, their authors, and who reads earlier versions. */
export const threadTags = {
  tag: 'Tag',
  all: 'All tags',
  author: 'Author',
  choose: 'Tags',
  tooMany: 'At most {{max}} tags.',
  setUp: {
    tags: 'Tags for threads',
    tagsHint: 'One per line. Whoever starts a thread chooses from them; readers filter by them.',
    wrong: 'At most {{max}} different tags of at most {{length}} characters each.',
    history: 'Who reads earlier versions of posts',
    readers: { staff: 'Teaching staff', all: 'Everybody who reads the post' },
    historyHint:
      'This holds for versions that are there already, too. Deleted and hidden posts show theirs to teaching staff alone.',
  },
} as const;
