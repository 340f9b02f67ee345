/** Texts of what groups agree on about working together. */
export const teamCharter = {
  title: 'Charte d’équipe',
  all: 'Chartes d’équipe',
  intro:
    'Ce que vous convenez pour travailler ensemble. Chaque membre du groupe peut écrire ici ; la charte vaut dès que tous l’ont approuvée.',
  introStaff:
    'Ce que le groupe a convenu pour travailler ensemble. Vous voyez ce qui a été soumis au groupe, pas son brouillon.',
  sections: {
    goals: 'Objectifs',
    norms: 'Règles',
    roles: 'Rôles',
    meetings: 'Réunions',
    decisions: 'Comment nous décidons',
    disagreement: 'Comment nous gérons les désaccords',
  },
  prompts: {
    goals: 'Que voulez-vous atteindre ensemble, et avec quelle exigence ?',
    norms: 'Sur quoi chacun peut-il compter : réponses, ponctualité, qualité, entraide ?',
    roles: 'Qui s’occupe de quoi, et quand changez-vous ?',
    meetings: 'Quand et où vous réunissez-vous, et que faire si quelqu’un ne peut pas venir ?',
    decisions: 'Comment décidez-vous : accord de tous, majorité, la personne qui fait le travail ?',
    disagreement: 'Que faites-vous en cas de désaccord, ou si quelqu’un ne respecte pas la charte ?',
  },
  nothing: 'Rien n’est encore soumis au groupe.',
  empty: '(rien d’écrit)',
  standing: 'Version {{n}}, soumise au groupe par {{name}}, {{when}}.',
  state: {
    none: 'Pas encore',
    toAgree: 'Des accords manquent',
    agreed: 'Approuvée par tous',
  },
  agreements: 'Qui a approuvé',
  agreedAt: 'Approuvée {{when}}',
  missing: 'Pas encore',
  ask: 'Veuillez la lire. Votre accord figure avec votre nom et l’heure.',
  agree: 'J’approuve',
  agreed: 'Vous avez approuvé.',
  write: {
    title: 'Écrire la charte',
    again: 'Modifier la charte',
    changes:
      'Ce que vous modifiez ici vaut dès que c’est soumis au groupe et que tous l’ont approuvé à nouveau. La version ci-dessus reste lisible.',
    propose: 'Soumettre au groupe',
    proposed: 'Le groupe est invité à approuver. En la soumettant, vous l’avez approuvée.',
    long: 'Écrivez au plus {{max}} caractères.',
  },
  earlier: {
    title: 'Versions antérieures',
    version: 'Version {{n}}, {{when}}',
    agreedBy: 'Approuvée par : {{names}}',
  },
  overview: {
    link: 'Chartes de tous les groupes',
    count: 'Accords : {{agreed}} sur {{members}}',
    intro: 'Quels groupes ont convenu de leur façon de travailler. Ouvrez-en une pour la lire.',
    none: 'Il n’y a pas encore de groupes',
  },
  setUp: {
    ask: 'Les groupes écrivent une charte d’équipe',
    hint: 'Chaque groupe convient de ses objectifs, de ses règles et de sa façon de travailler. Chaque membre approuve en son nom ; une modification demande à nouveau l’accord de tous.',
    prompts: 'Ce que la charte demande',
    promptsHint: 'Les questions que vous ne modifiez pas apparaissent dans la langue de la personne qui lit.',
  },
} as const;
