/** Texts of questions about the people of one’s own group. */
export const groupRows = {
  label: 'Lignes, question {{n}}',
  short: 'Lignes',
  written: 'Des lignes que j’écris',
  set: 'Groupe de chacun : {{name}}',
  gone: 'Une répartition en groupes qui n’existe plus',
  self: 'Interroger aussi sur soi-même',
  explain:
    'Chaque personne voit celles de son propre groupe, tel qu’il est quand elle commence à répondre, et celles avec qui elle y a travaillé avant, pour le temps passé ensemble.',
  preview: 'Ici, chacun voit les personnes de son propre groupe.',
  noGroup:
    'Vous n’êtes dans aucun groupe ici : il n’y a donc rien à répondre. Si vous devriez être dans un groupe, adressez-vous à l’équipe enseignante.',
  alone: 'Personne d’autre n’est dans votre groupe : il n’y a donc rien à répondre.',
  group_one: 'Votre groupe : {{name}}',
  group_many: 'Vos groupes : {{name}}',
  group_other: 'Vos groupes : {{name}}',
  until: 'Vous avez travaillé ensemble jusqu’au {{when}} ; vous n’êtes pas obligé de répondre.',
  perPerson: 'Par personne : {{question}}',
};
