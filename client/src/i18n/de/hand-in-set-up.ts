/** What is handed in, for those who set a peer review up. */
export const handInSetUp = {
  legend: 'Was abgegeben wird',
  work: 'Eine Arbeit',
  workHint: 'Text, Dateien oder Links, wie Sie es unten festlegen.',
  presentation: 'Nichts: Präsentationen finden live statt',
  presentationHint:
    'Lernende sagen, dass sie teilnehmen; wer teilnimmt, begutachtet andere. Wer begutachtet, sieht, von wem die Präsentation ist.',
  parts: {
    text: 'Text',
    files: 'Dateien',
    links: 'Links',
  },
  taken: {
    off: 'Wird nicht angenommen',
    allowed: 'Kann abgegeben werden',
    required: 'Muss abgegeben werden',
  },
  groups: 'Arten von Dateien',
  group: {
    documents: 'Dokumente (PDF, Word und Ähnliches)',
    images: 'Bilder',
    audio: 'Audio',
    video: 'Video',
    texts: 'Reine Texte und Code',
    archives: 'ZIP-Archive',
  },
  megabytes: 'Größe einer Datei, höchstens (MB)',
  filesMax: 'Dateien in einer Arbeit, höchstens',
} as const;
