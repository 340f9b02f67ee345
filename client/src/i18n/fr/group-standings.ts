export const groupStandings = {
  columns: {
    members: 'Membres',
    progress: 'Avancement',
    milestones: 'Étapes',
    next: 'Prochaine étape',
    last: 'Dernière activité',
    health: 'Climat',
    balance: 'Répartition du travail',
  },
  handedIn: 'Remis : {{n}} sur {{all}}',
  toConfirm: 'À confirmer : {{n}}',
  missed: 'Manqué : {{n}}',
  marked: 'Noté : {{n}}',
  milestone: '{{title}} : {{state}}',
  nextAt: '{{title}}, {{when}}',
  nothingNext: 'Plus rien à remettre',
  never: 'Rien encore',
  dynamics: {
    low: 'Le groupe dit : faible pour {{aspects}}',
    fine: 'Le groupe dit qu’il travaille assez bien ensemble',
  },
  checkIn: {
    mean: '{{title}} : {{mean}} sur {{levels}} en moyenne',
    answered: '{{title}} : {{answered}} réponses sur {{asked}}',
    few: '{{title}} : encore trop peu de réponses ({{answered}} sur {{asked}})',
    questions: 'Des réponses soulèvent des questions',
  },
  actions: {
    open: 'Actions en cours : {{n}}',
    overdue: 'Actions en retard : {{n}}',
  },
  healthUnknown: 'Rien de connu',
  healthFine: 'Rien de particulier',
  hints: {
    text: 'Une personne sur {{people}} a écrit {{percent}} du texte',
    tasks: 'Une personne sur {{people}} a fait {{percent}} des tâches',
    noTrace: 'Aucune trace pour l’instant de {{n}} sur {{people}}',
  },
  hintKinds: {
    text: 'Texte',
    tasks: 'Tâches',
    noTrace: 'Aucune trace',
  },
  even: 'Rien de particulier',
  caveat:
    '« Répartition du travail » est un indice, pas un jugement. Elle connaît le texte des pages, les tâches faites, les présences et les commentaires de ceux qui sont maintenant dans le groupe ; elle ne voit pas ce qui se fait ailleurs. Demandez avant de conclure.',
  page: {
    lookingOn:
      'Vous observez : vous pouvez tout lire ici et ne rien modifier. Le groupe lit sur sa page que l’équipe enseignante peut regarder.',
    deliverables: 'Ce que le groupe remet',
    room: 'Ce que le groupe fait ensemble',
    standing: 'Comment va le groupe',
    noMilestones: 'Il n’y a pas d’étape.',
  },
  told: 'Vos enseignants peuvent regarder ici : les pages, les tâches, les décisions, les réunions, une charte soumise au groupe et ce qui est remis.',
} as const;
