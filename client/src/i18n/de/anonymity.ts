/** Who knows whom in a peer review, for those who set it up. */
export const anonymity = {
  label: 'Wer wen kennt',
  nobodyKnows: 'Niemand kennt die andere Seite',
  nobodyKnowsHint:
    'Zu sehen sind nur „Arbeit A“ und „Gutachten 1“. Namen in den Eigenschaften von Dateien werden entfernt.',
  authorsKnown: 'Nur wer begutachtet, kennt die andere Seite',
  authorsKnownHint:
    'Wer begutachtet, sieht, von wem die Arbeit ist, und die Dateien, wie sie sind. Von wem ein Gutachten ist, bleibt verborgen: „Gutachten 1“.',
  allKnown: 'Alle kennen einander',
  allKnownHint: 'Beide Seiten sehen den Namen der anderen. Dateien bleiben, wie sie sind.',
  staff:
    'Sie und andere Lehrende sehen immer alle Namen. Wer Lernende beobachtet, etwa Eltern, sieht, was diese sehen, aber nie die Namen anderer Lernender.',
  later:
    'Sie können das jederzeit ändern: Es gilt für alles, was danach geschrieben wird. Für alles andere bleibt es bei dem, was beim Schreiben zugesagt war.',
  changed: 'Für alles, was ab jetzt geschrieben wird: {{what}}.',
  kept_one:
    'Für {{count}} vorhandene Arbeit oder ein vorhandenes Gutachten bleibt es bei dem, was beim Schreiben zugesagt war.',
  kept_other:
    'Für {{count}} vorhandene Arbeiten und Gutachten bleibt es bei dem, was beim Schreiben zugesagt war.',
  tooFew:
    'Bei weniger als {{least}} Arbeiten lässt sich oft erraten, wer wer ist, obwohl keine Namen gezeigt werden.',
} as const;
