/** Texts of writing a review. */
export const reviewing = {
  title: 'Évaluer le travail {{pseudonym}}',
  titleOf: 'Évaluer le travail de {{name}}',
  work: 'Le travail',
  yours: 'Votre évaluation',
  until: 'Fin des évaluations : le {{when}}.',
  closed: 'Les évaluations sont closes. Vous pouvez lire la vôtre, mais plus la modifier.',
  range: 'De 0 à {{points}} points',
  points: 'Points pour {{title}}',
  pointsShort: 'Points',
  slider: 'Points pour {{title}}, curseur',
  notRated: 'Pas encore de points',
  comment: 'Commentaire pour l’auteur',
  commentHint:
    'Qu’est-ce qui est réussi ? Qu’est-ce qui l’est moins ? Que pourrait essayer l’auteur ensuite ?',
  submit: 'Envoyer l’évaluation',
  resubmit: 'Envoyer à nouveau',
  busy: 'Envoi…',
  missing: 'Donnez de 0 à {{points}} points.',
  commentMissing: 'Écrivez un commentaire à l’auteur.',
  commentTooLong: '{{max}} caractères au maximum.',
};
