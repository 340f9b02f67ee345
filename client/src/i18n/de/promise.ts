/** What is promised at the moment of writing. */
export const promise = {
  author: {
    nobodyKnows: 'Wer Ihre Arbeit begutachtet, sieht Ihren Namen nicht.',
    authorsKnown: 'Wer Ihre Arbeit begutachtet, sieht Ihren Namen; Sie erfahren nicht, wer es ist.',
    allKnown: 'Wer Ihre Arbeit begutachtet, sieht Ihren Namen, und Sie sehen, wer es ist.',
  },
  reviewer: {
    hidden: 'Wer die Arbeit geschrieben hat, sieht Ihr Gutachten ohne Ihren Namen.',
    shown: 'Wer die Arbeit geschrieben hat, sieht Ihr Gutachten mit Ihrem Namen.',
  },
  staff: 'Lehrende sehen alle Namen.',
} as const;
