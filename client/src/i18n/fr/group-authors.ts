/** Works that groups hand in together. */
export const groupAuthors = {
  unnamed: 'Groupe sans nom',
  somebody: 'une personne sans nom',
  title: 'Vous remettez avec votre groupe : {{name}}',
  people: 'Dans le groupe : {{names}}.',
  together:
    'Vous rédigez un seul travail ensemble, et l’un ou l’une de vous le remet pour tout le groupe, jusqu’au {{when}}. Tout le groupe voit ce qui est enregistré et reçoit la note du travail. Chaque membre évalue des travaux d’autres groupes.',
  shared: 'Remis pour {{names}}. Vous recevez toutes et tous la note de ce travail.',
  missed: 'Les remises sont closes, et votre groupe n’a rien remis.',
  left: 'Vous n’êtes plus dans le groupe qui a remis ce travail. Il reste aussi le vôtre.',
  cameLater:
    'Votre groupe a remis son travail avant votre arrivée. Dès qu’un membre le remettra de nouveau, il sera aussi le vôtre.',
  cameTooLate:
    'Votre groupe a remis son travail avant votre arrivée : ce travail et sa note ne sont donc pas les vôtres.',
  noGroup: {
    title: 'Vous n’êtes encore dans aucun groupe',
    text: 'Dans cette activité, les groupes remettent un travail ensemble. Demandez une place à votre enseignant ou enseignante, ou inscrivez-vous sous « Mes groupes » si c’est possible.',
  },
  setUp: {
    label: 'Qui remet un travail',
    hint: 'Ce choix peut être modifié tant que rien n’est remis.',
    learners: 'Chaque étudiant',
    groups: 'Chaque groupe, ensemble',
    set: 'Groupes de',
    noSets: 'Dès que le cours aura des groupes, ils pourront remettre ensemble.',
    gone: 'Cet ensemble de groupes n’est pas dans le cours. Choisissez-en un autre.',
    explain:
      'Un groupe rédige un seul travail, que n’importe quel membre remet ; toutes les personnes qui sont alors dans le groupe en reçoivent la note. Chaque membre évalue des travaux d’autres groupes et, si l’auto-évaluation est activée, celui de son groupe. Si un membre a plus de temps, tout le groupe en a. Les travaux sont évalués dans tout le cours, et non par section.',
  },
  staff: {
    group: 'Groupe',
    none: 'Dans aucun groupe',
    workOf: 'Travail de {{name}} : {{names}}',
    tooFew:
      'Au moins deux groupes doivent avoir remis leur travail avant que les évaluations puissent commencer.',
    each: 'jusqu’à {{k}} travaux d’autres groupes',
  },
};
