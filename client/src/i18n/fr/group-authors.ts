/** Works that groups hand in together. */
export const groupAuthors = {
  unnamed: 'Groupe sans nom',
  somebody: 'une personne sans nom',
  title: 'Vous remettez avec votre groupe : {{name}}',
  people: 'Dans le groupe : {{names}}.',
  together:
    'Vous rédigez un seul travail ensemble, et l’un ou l’une de vous le remet pour tout le groupe, jusqu’au {{when}}. Tout le groupe voit ce qui est enregistré et reçoit la note du travail. Ensuite, vous évaluez des travaux d’autres groupes.',
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
      'Un groupe rédige un seul travail, que n’importe quel membre remet ; toutes les personnes qui sont alors dans le groupe en reçoivent la note. Si l’auto-évaluation est activée, chaque membre évalue le travail de son groupe. Si un membre a plus de temps, tout le groupe en a. Par section ou par thème, un travail relève de celui où se trouvent la plupart des membres du groupe.',
  },
  reviewers: {
    label: 'Qui évalue',
    hint: 'Ce choix peut être modifié jusqu’au début des évaluations.',
    set: 'Groupes qui évaluent',
    explain:
      'Les membres d’un groupe rédigent chaque évaluation ensemble : chacun peut la poursuivre et l’envoyer, et elle compte pour tous. Un groupe évalue des travaux auxquels aucun de ses membres n’a pris part, dès que l’un d’eux a remis le sien. Pour les auteurs, c’est une seule personne qui évalue ; seule l’équipe enseignante voit qui a écrit.',
    title: 'Vous évaluez avec votre groupe : {{name}}',
    write:
      'Vous rédigez cette évaluation ensemble : chacun peut la poursuivre, et l’un de vous l’envoie pour tout le groupe. Ce qui est enregistré ici est visible de vous tous.',
    hidden:
      'L’auteur voit cette évaluation sans aucun nom. L’équipe enseignante voit tous les noms, et qui d’entre vous a écrit.',
    shown:
      'L’auteur voit cette évaluation avec le nom de votre groupe, et non le vôtre. L’équipe enseignante voit tous les noms, et qui d’entre vous a écrit.',
    tasks: 'Votre groupe rédige ces évaluations ensemble : chacun de vous peut poursuivre chacune d’elles.',
    noGroup: {
      title: 'Vous n’êtes dans aucun groupe qui évalue',
      text: 'Dans cette activité, les groupes évaluent ensemble. Demandez une place à votre enseignant ou enseignante, ou inscrivez-vous sous « Mes groupes » si c’est possible. Ce que le groupe n’a pas encore envoyé sera alors aussi à vous.',
    },
    each: 'Évaluations par groupe',
    eachHint:
      'Chaque groupe rédige ce nombre d’évaluations ensemble. Le nombre qu’un travail reçoit dépend du nombre de groupes et de travaux : le même, lorsque les groupes qui remettent sont ceux qui évaluent.',
    wrote: 'Par le groupe de {{members}}. Rédigé par {{names}}, envoyé par {{name}}.',
  },
  members: {
    each: 'Évaluations par membre',
    eachHint:
      'Chaque membre d’un groupe évalue ce nombre de travaux d’autres groupes. Le travail d’un groupe en reçoit autant pour chaque membre qu’ont les groupes en moyenne : avec deux par personne et des groupes de quatre, environ huit.',
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
