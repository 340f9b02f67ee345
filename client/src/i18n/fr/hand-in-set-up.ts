/** What is handed in, for those who set a peer review up. */
export const handInSetUp = {
  legend: 'Ce qui est rendu',
  work: 'Un travail',
  workHint: 'Un texte, des fichiers ou des liens, selon vos choix ci-dessous.',
  presentation: 'Rien : les présentations ont lieu en direct',
  presentationHint:
    'Les étudiants indiquent qu’ils participent, et ceux qui participent s’évaluent. Les évaluateurs voient de qui est la présentation.',
  parts: {
    text: 'Texte',
    files: 'Fichiers',
    links: 'Liens',
  },
  taken: {
    off: 'Non accepté',
    allowed: 'Peut être rendu',
    required: 'Doit être rendu',
  },
  groups: 'Types de fichiers',
  group: {
    documents: 'Documents (PDF, Word, etc.)',
    images: 'Images',
    audio: 'Audio',
    video: 'Vidéo',
    texts: 'Textes bruts et code',
    archives: 'Archives ZIP',
  },
  megabytes: 'Taille d’un fichier, au plus (Mo)',
  filesMax: 'Fichiers dans un travail, au plus',
} as const;
