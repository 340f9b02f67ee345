/** What is promised at the moment of writing. */
export const promise = {
  author: {
    nobodyKnows: 'يرى المراجعون عملك دون اسمك.',
    authorsKnown: 'يرى المراجعون عملك مع اسمك، ولا تعرف أنت أسماءهم.',
    allKnown: 'يرى المراجعون عملك مع اسمك، وترى أنت أسماءهم.',
  },
  reviewer: {
    hidden: 'يرى صاحب العمل مراجعتك دون اسمك.',
    shown: 'يرى صاحب العمل مراجعتك مع اسمك.',
  },
  staff: 'ترى هيئة التدريس جميع الأسماء.',
} as const;
