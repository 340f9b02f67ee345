export const groupWorkFactors = {
  title: 'Contributions dans les notes',
  intro:
    'Ici, ce que les membres d’un groupe disent les uns des autres peut modifier ce que chacun reçoit de la note du groupe. Vous en voyez d’abord l’effet ; rien ne compte avant que vous l’appliquiez, et vous pouvez l’annuler. Ce qu’une personne dit ne change jamais son propre facteur, ne rien dire non plus.',
  none: {
    title: 'Personne n’est encore interrogé',
    text: 'Créez un questionnaire avec une grille dont les lignes sont les personnes de ces groupes. Dès qu’elles auront répondu, vous verrez ici l’effet que cela aurait.',
    link: 'Questionnaires',
  },
  evaluation: 'Ce que les membres disent les uns des autres',
  method: 'Comment se forme un facteur',
  methods: {
    shrunken: {
      name: 'Prudent (recommandé)',
      text: 'Le milieu des avis des autres, plus proche de 1 s’ils sont peu nombreux.',
    },
    webpa: {
      name: 'WebPA',
      text: 'La part de ce que chaque personne attribue.',
    },
    rpf: {
      name: 'RPF',
      text: 'La racine de ce qui est reçu par rapport à la moyenne.',
    },
    catme: {
      name: 'Type CATME',
      text: 'À peine au-dessus de 1, et 1 près de la moyenne.',
    },
    teammates: {
      name: 'Type TEAMMATES',
      text: 'Points ramenés à chaque personne qui évalue.',
    },
  },
  percent: 'Part de la note du groupe que le facteur modifie, en pour cent',
  min: 'Facteur le plus bas',
  max: 'Facteur le plus haut',
  open: {
    title: 'Des réponses peuvent encore arriver',
    text: 'On peut l’appliquer une fois le questionnaire terminé : sinon, qui regarde deux fois sa note pourrait savoir ce qu’a dit une réponse arrivée entre-temps.',
    link: 'Vers le questionnaire',
  },
  applied: {
    title: 'Compte depuis le {{when}}',
    text: '{{title}} : {{percent}} de la note du groupe selon le facteur « {{method}} », entre {{min}} et {{max}}. Appliqué par {{name}}.',
    since_one:
      '{{count}} réponse est arrivée depuis. Elle ne change aucune note tant que vous n’appliquez pas de nouveau.',
    since_many:
      '{{count}} réponses sont arrivées depuis. Elles ne changent aucune note tant que vous n’appliquez pas de nouveau.',
    since_other:
      '{{count}} réponses sont arrivées depuis. Elles ne changent aucune note tant que vous n’appliquez pas de nouveau.',
  },
  apply: 'Appliquer',
  again: 'Appliquer de nouveau',
  ask: {
    title: 'Faire compter les contributions ?',
    raised_one: '{{count}} note monte.',
    raised_many: '{{count}} notes montent.',
    raised_other: '{{count}} notes montent.',
    lowered_one: '{{count}} note baisse.',
    lowered_many: '{{count}} notes baissent.',
    lowered_other: '{{count}} notes baissent.',
    text: 'Chacun voit son propre facteur et son effet, jamais qui a dit quoi. Les notes publiées changent aussitôt. Vous pouvez l’annuler.',
  },
  done: 'Les contributions comptent maintenant.',
  takeBack: 'Annuler',
  takenBack: 'Les contributions ne comptent plus.',
  takenBackTo: 'Ce qui était appliqué avant compte de nouveau.',
  plot: 'De combien les notes changent',
  people: 'Personnes',
  change: 'Différence en points',
  table: 'Notes avec contributions',
  group: 'Groupe',
  name: 'Nom',
  before: 'Sans facteur',
  factor: 'Facteur',
  low: 'Plage de',
  high: 'Plage à',
  after: 'Avec facteur',
  note: 'Remarque',
  because: {
    fewRaters: 'Pas de facteur : moins de deux autres se sont exprimés',
    notAsked: 'Pas de facteur : personne n’a été interrogé sur cette personne dans ce groupe',
  },
  kept: 'Comme avant : une seule réponse de plus montrerait ce qu’elle dit',
  without_one: '{{count}} personne n’a pas de facteur : la note du groupe reste la sienne.',
  without_many: '{{count}} personnes n’ont pas de facteur : la note du groupe reste la leur.',
  without_other: '{{count}} personnes n’ont pas de facteur : la note du groupe reste la leur.',
  foot: 'Les points sont ceux du projet à ce jour, avant les notes individuelles que vous avez fixées. Les facteurs comptent par pas de 0,05, car moins relève du hasard quand peu de personnes s’expriment. Les retards et ce que vous donnez à certains membres comptent comme avant.',
  own: {
    counts:
      'Ce que les autres de votre groupe disent de votre contribution compte pour {{percent}} de la note du groupe, appliqué le {{when}}. Vous ne voyez que le facteur de l’ensemble, par pas de 0,05 ; personne n’apprend qui a dit quoi, et ce que vous avez dit vous-même n’y change rien. Il ne change que si votre enseignant l’applique de nouveau.',
    noFactor:
      'Là où aucun facteur n’est indiqué, moins de deux autres se sont exprimés sur vous : la note du groupe est la vôtre.',
    link: 'Ce que les autres disent de vous',
  },
} as const;
