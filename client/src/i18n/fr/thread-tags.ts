/** Discussions: tags of threads, their authors, and who reads earlier versions. */
export const threadTags = {
  tag: 'Étiquette',
  all: 'Toutes les étiquettes',
  author: 'Auteur',
  choose: 'Étiquettes',
  tooMany: 'Au plus {{max}} étiquettes.',
  setUp: {
    tags: 'Étiquettes des fils',
    tagsHint: 'Une par ligne. Qui ouvre un fil choisit parmi elles ; qui lit filtre par elles.',
    wrong: 'Au plus {{max}} étiquettes différentes de {{length}} caractères au plus.',
    history: 'Qui lit les versions antérieures des messages',
    readers: { staff: 'L’équipe enseignante', all: 'Tous ceux qui lisent le message' },
    historyHint:
      'Cela vaut aussi pour les versions déjà là. Celles des messages supprimés ou masqués restent à l’équipe enseignante.',
  },
} as const;
