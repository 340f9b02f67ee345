export const teamDynamics = {
  title: 'Notre travail ensemble',
  own: 'Votre point de vue',
  send: 'Envoyer',
  missing: 'Choisissez un niveau.',
  answered: 'Merci, votre réponse est enregistrée. Personne ne peut la lire ni la changer.',
  notAsked: 'On ne vous le demande pas cette fois : la première réponse a fixé qui est interrogé.',
  counts: '{{answered}} réponses sur {{asked}}.',
  promise:
    'Cela prend une minute. Personne ne sait qui a répondu quoi : ni votre groupe, ni vos enseignants. Quand tout le monde a répondu, ou le {{when}}, tous voient un mot par affirmation – faible, mitigé ou bon –, s’il y a au moins {{min}} réponses. Cela ne compte pour aucune note, et une réponse ne peut pas être changée.',
  states: {
    upcoming: 'On vous le demandera à partir du {{when}}.',
    tooSmall:
      'À moins de {{min}} personnes dans le groupe, on pourrait deviner qui a répondu quoi ; personne n’est donc interrogé.',
    tooFew: 'Il y a moins de {{min}} réponses, rien n’est donc montré.',
  },
  scale: {
    low: '{{n}} – Pas du tout',
    high: '{{n}} – Tout à fait',
  },
  statements: {
    participation: 'Dans notre groupe, chacun contribue.',
    communication: 'Nous nous informons à temps.',
    disagreement: 'En cas de désaccord, nous en parlons ouvertement et trouvons une solution.',
    safety: 'Je peux dire que j’ai fait une erreur ou que je ne sais pas.',
  },
  aspects: {
    participation: 'Participation',
    communication: 'Communication',
    disagreement: 'Désaccords',
    safety: 'Confiance',
  },
  bands: {
    low: 'Faible',
    mixed: 'Mitigé',
    good: 'Bon',
  },
  results: {
    title: 'Ce que dit le groupe',
    none: 'Il n’y a pas encore de résultats.',
    after: 'Après',
    caveat:
      'Chaque mot décrit le milieu de toutes les réponses : « faible » à 1 ou 2, « bon » à 4 ou 5. Parlez-en ensemble ; votre rétrospective est un bon moment.',
  },
  setUp: {
    ask: 'Les membres disent après chaque jalon comment ils travaillent ensemble',
    hint: 'Quatre affirmations en une minute, pour les groupes d’au moins trois personnes. Le groupe et vous voyez un mot pour chacune, jamais qui a répondu quoi. Là où c’est faible, on vous demande d’aller voir le groupe.',
  },
} as const;
