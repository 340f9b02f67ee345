/** Discussions : questions et débats, réactions, étiquettes, recherche, mentions et fils suivis. */
export const discussionTalk = {
  question: {
    title: 'Questions',
    start: 'Poser une question',
    startLabel: 'Votre question en détail',
    unanswered: 'Sans réponse acceptée ni validée',
    answered: 'Répondue',
    open: 'Ouverte',
    hint: 'Chaque fil est une question. Répondez à la question pour y répondre, à une réponse pour en parler.',
    answer: 'Réponse',
    accepted: 'Réponse acceptée',
    endorsed: 'Validée par l’équipe enseignante',
    accept: 'Accepter comme réponse',
    unaccept: 'Ne plus accepter',
    endorse: 'Valider cette réponse',
    unendorse: 'Ne plus valider',
    done: {
      accept: 'La réponse est acceptée.',
      unaccept: 'La réponse n’est plus acceptée.',
      endorse: 'La réponse est validée.',
      unendorse: 'La réponse n’est plus validée.',
    },
  },
  debate: {
    hint: 'Chaque message est pour ou contre. Indiquez le camp du vôtre.',
    side: 'Votre message est',
    sideMissing: 'Indiquez si votre message est pour ou contre.',
    sides: { pro: 'Pour', contra: 'Contre' },
    neither: 'Ni l’un ni l’autre',
    balance: 'Équilibre des camps',
    count: 'Pour : {{pro}} · Contre : {{contra}}',
    oneSided: {
      pro: 'Presque personne n’a encore argumenté contre.',
      contra: 'Presque personne n’a encore argumenté pour.',
    },
  },
} as const;
