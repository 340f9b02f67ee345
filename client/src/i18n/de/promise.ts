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
  time: 'Wie lange Sie an diesem Gutachten arbeiten, wird gemessen, solange diese Seite zu sehen ist und Sie daran arbeiten. Lehrende sehen es; für keine Bewertung zählt es.',
} as const;
