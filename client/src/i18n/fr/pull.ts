/** Textes des travaux que l’on prend un à un pour les évaluer. */
export const pull = {
  handIn: {
    title: 'Remettez d’abord votre travail',
    text: 'Dès que votre travail est remis, vous prenez ceux des autres un à un pour les évaluer. Le vôtre peut être pris aussitôt : vous ne pourrez donc plus le modifier.',
  },
  wait: {
    title: 'Il n’y a pas de travail à évaluer pour vous en ce moment',
    until:
      'D’autres travaux peuvent arriver jusqu’au {{when}}. Ils apparaîtront ici d’eux-mêmes et vous serez prévenu.',
    noMore: 'Il n’arrivera plus de travaux. Votre enseignant voit que vous êtes prêt.',
  },
  held: 'Ce travail vous est réservé jusqu’au {{when}}. Si vous n’avez pas commencé d’ici là, il passera à quelqu’un d’autre ; ce que vous avez écrit vous reste.',
  ready: {
    text: 'Un travail attend une évaluation. Ceux qui en ont le moins passent en premier.',
    button: 'Évaluer un travail',
  },
  offer: {
    until:
      'Chaque travail a assez d’évaluations pour le moment. Vous pouvez en attendre de nouveaux, possibles jusqu’au {{when}}, ou en évaluer un qui en a assez : cela compte tout autant.',
    noMore: 'Chaque travail a assez d’évaluations. Évaluez-en un tout de même : cela compte pour vous.',
    button: 'Évaluer un travail plus ancien',
  },
  help: {
    text: 'Vous avez terminé toutes vos évaluations. Il en manque encore à un travail : vous pouvez aider.',
    button: 'En évaluer un de plus',
  },
  done: 'Vous avez terminé toutes vos évaluations.',
  arrived: 'Il y a maintenant un travail à évaluer.',
  gone: 'Quelqu’un d’autre a été plus rapide. La suite est indiquée ici.',
  setUp: {
    label: 'Quand les travaux sont confiés aux évaluateurs',
    hint: 'Un à un, personne n’attend le dernier travail, et les absents ne retardent personne.',
    atOnce: 'Tous à la fois, à la fin des remises',
    rolling: 'Un à un, dès qu’il y en a',
    least: 'Évaluations que chaque travail doit recevoir',
    leastHint:
      'Ceux qui en ont moins passent en premier. Un nombre inférieur à celui des évaluations par personne laisse de la marge pour ceux qui s’arrêtent en chemin.',
  },
  staffBefore:
    'Les évaluations commencent d’elles-mêmes avec le premier travail. Jusqu’à la fin des remises, on remet et on évalue en parallèle.',
  pairs: {
    title: 'Qui évalue ce travail',
    none: 'Personne ne l’évalue pour l’instant.',
    add: 'Le confier à une autre personne',
    hint: 'Ceux qui ont le moins à évaluer viennent en premier.',
    reviews_one: '{{count}} évaluation à écrire',
    reviews_many: '{{count}} évaluations à écrire',
    reviews_other: '{{count}} évaluations à écrire',
    mutual: 'est évalué par cet auteur',
    remove: 'Retirer',
    removeOf: 'Retirer : {{name}}',
    removed: '{{name}} n’évalue plus ce travail.',
    added: '{{name}} évalue maintenant ce travail.',
  },
} as const;
