/** Texts of questionnaires that are answered alone and then as a group. */
export const team = {
  explain:
    'Réponses du groupe : {{points}} points sur {{possible}}. Ensemble, avec {{weight}} pour le groupe : {{percent}}.',
  terms: 'Vous répondez d’abord seul. Ensuite, votre groupe répond ensemble aux mêmes questions.',
  title: 'Avec votre groupe',
  titleOf: 'Avec votre groupe : {{group}}',
  ownResult: 'Votre propre résultat',
  result: 'Résultat de votre groupe',
  state: {
    noGroup:
      'Vous n’êtes dans aucun groupe ici : vos propres réponses comptent entièrement. Si vous devriez être dans un groupe, adressez-vous à l’équipe enseignante.',
    alone: 'Personne d’autre n’est dans votre groupe : vos propres réponses comptent entièrement.',
    ownFirst: 'Vos propres réponses viennent d’abord.',
    open: 'Répondez maintenant ensemble aux mêmes questions. Ce que l’un de vous choisit apparaît pour tous, et l’un de vous l’envoie pour le groupe.',
    sent: 'Votre groupe a envoyé ses réponses.',
    sentBefore:
      'Votre groupe a envoyé ses réponses avant votre arrivée : vos propres réponses comptent entièrement.',
    closed: 'Votre groupe n’a pas envoyé de réponses à temps : vos propres réponses comptent entièrement.',
  },
  sentBy: 'Votre groupe a envoyé ses réponses ({{name}}, {{when}}).',
  answered_one: '{{answered}} personne sur {{count}} de votre groupe a répondu seule.',
  answered_many: '{{answered}} personnes sur {{count}} de votre groupe ont répondu seules.',
  answered_other: '{{answered}} personnes sur {{count}} de votre groupe ont répondu seules.',
  alone: 'Votre propre résultat compte entièrement : {{own}}.',
  combined: 'Seul {{own}}, en groupe {{team}}. Avec {{weight}} pour le groupe, cela fait {{percent}}.',
  send: 'Envoyer pour le groupe',
  savedBy: 'Dernière modification par {{name}}, {{when}}',
  overtaken: {
    title: 'Quelqu’un de votre groupe a été plus rapide',
    text: 'La feuille a changé depuis que vous l’avez vue. Rien n’en est perdu, et vos choix non plus.',
    merge: 'Y ajouter mes modifications',
    theirs: 'Afficher la feuille sans elles',
  },
  fixed:
    'Les groupes répondent ensemble après que chacun a répondu seul. Cela reste ainsi, car c’est publié.',
  fixedNot: 'La réponse en groupe reste telle qu’elle était à la publication.',
  build: {
    title: 'Seul, puis en groupe',
    use: 'Après avoir répondu seul, répondre aux mêmes questions en groupe',
    noSets: 'Il faut pour cela une répartition en groupes : créez-en une sur la page Groupes.',
    explain:
      'La feuille d’un groupe s’ouvre à chacun dès que ses propres réponses sont arrivées. Les résultats et les bonnes réponses s’affichent quand le groupe a répondu ; qui n’a pas de groupe est noté seul.',
    set: 'Groupes de',
    percent: 'Pourcentage que compte le résultat du groupe',
    percentHint:
      'Le résultat individuel compte pour le reste. Les notes partent quand le groupe a répondu, toutes les autres à la fermeture.',
  },
  fault: {
    TEAM_ANONYMOUS: 'Un questionnaire auquel les groupes répondent aussi ne peut pas être anonyme.',
    TEAM_ROUNDS: 'Un questionnaire auquel les groupes répondent aussi ne peut pas rouvrir par tours.',
    TEAM_ITEMS:
      'Les groupes répondent aux mêmes questions que leurs membres : aucune n’est tirée au sort, et aucune ne porte sur le propre groupe.',
    TEAM_FILES:
      'Les groupes ne répondent pas par des fichiers : retirez ces questions, ou faites répondre chacun seul.',
    TEAM_ATTEMPTS: 'Il y a une seule tentative individuelle : ensuite, le groupe a parlé des réponses.',
  },
  results: {
    title: 'Seul et en groupe',
    groups_one: '{{count, number}} groupe a envoyé ses réponses',
    groups_many: '{{count, number}} groupes ont envoyé leurs réponses',
    groups_other: '{{count, number}} groupes ont envoyé leurs réponses',
    scores: 'Résultats seul et en groupe',
    who: 'Qui',
    own: 'Seul',
    together: 'En groupe',
    means: 'Moyenne seul {{own}}, en groupe {{team}}',
    compared: 'Seul et en groupe, en pourcentage : {{question}}',
    group: 'Groupe',
    percent: 'Ensemble, en pourcentage',
  },
};
