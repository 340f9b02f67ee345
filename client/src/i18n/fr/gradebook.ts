/** Texts about grades on learners' pages: how they came about, what being late costs. */
export const gradebook = {
  points: '{{value}} sur {{maximum}} points',
  late: {
    step: 'À rendre le {{when}}',
    by_one: 'Retard : {{count}} jour',
    by_many: 'Retard : {{count}} jours',
    by_other: 'Retard : {{count}} jours',
    ahead:
      'À rendre le {{due}}. Ensuite, les travaux sont acceptés jusqu’au {{close}}, moins {{percent}} par jour entamé. La dernière version rendue compte.',
    aheadFree:
      'À rendre le {{due}}. Ensuite, les travaux sont acceptés jusqu’au {{close}}, avec la mention « en retard ».',
    now: 'La date limite était le {{due}}. Les travaux sont acceptés jusqu’au {{close}}, mais en retard.',
    again:
      'Vous avez rendu votre travail à temps. Si vous le rendez à nouveau maintenant, il sera en retard : la date limite était le {{due}}.',
    costs: 'Cela coûte {{percent}} par jour entamé.',
  },
  sync: {
    none: 'Non envoyée au carnet de notes du cours',
    waiting: 'En cours d’envoi au carnet de notes du cours',
    sent: 'Dans le carnet de notes du cours depuis le {{when}}',
    failed: 'N’a pas pu être envoyée au carnet de notes du cours',
    noColumn: 'Le carnet de notes du cours n’a pas de colonne pour elle',
    notTakenBack: 'Le carnet de notes du cours montre encore la note précédente',
  },
  explain: {
    workOf: { own: 'Votre travail', other: 'Travail' },
    reviewsOf: { own: 'Vos évaluations', other: 'Évaluations' },
    work_one: '{{whose}} : une évaluation a donné {{percent}}.',
    work_many: '{{whose}} : médiane de {{count}} évaluations, {{percent}} (elles ont donné {{scores}}).',
    work_other: '{{whose}} : médiane de {{count}} évaluations, {{percent}} (elles ont donné {{scores}}).',
    late_one: 'Retard de {{count}} jour : −{{taken}}.',
    late_many: 'Retard de {{count}} jours : −{{taken}}.',
    late_other: 'Retard de {{count}} jours : −{{taken}}.',
    lateFree_one: 'Retard de {{count}} jour, sans pénalité.',
    lateFree_many: 'Retard de {{count}} jours, sans pénalité.',
    lateFree_other: 'Retard de {{count}} jours, sans pénalité.',
    reviewing: '{{whose}} : {{done}} sur {{of}} terminées, {{percent}}.',
    weighted: 'Le travail compte pour {{work}} et les évaluations pour {{reviewing}} : {{percent}} au total.',
    workAlone: 'Il n’y avait rien à évaluer : le travail compte pour tout.',
    answers: 'Réponses : {{points}} points sur {{possible}}, {{percent}}.',
    raised: 'Relevée à {{percent}}, la note la plus basse possible.',
    capped: 'Limitée à {{percent}}, la note la plus haute possible.',
    set: 'Fixée par l’enseignant.',
    excused: 'Dispense : il n’y a pas de note, et il n’en manque aucune.',
    withdrawn: 'La note a été retirée.',
    grade: 'Note : {{value}} sur {{maximum}} points.',
  },
} as const;
