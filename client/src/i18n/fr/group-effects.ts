/** Ce que des réglages modifiés font aux groupes qui travaillent à un projet. */
export const groupEffects = {
  reopened: 'Groupes qui peuvent à nouveau remettre ce qu’ils avaient manqué : {{n}}.',
  missed: 'Groupes qui n’ont rien remis et ne le peuvent plus : {{n}}.',
  late: 'Travaux remis qui sont désormais en retard : {{n}}.',
  inTime: 'Travaux qui étaient en retard et ne le sont plus : {{n}}.',
  handIn: {
    any: 'Désormais, ce qu’un membre remet compte pour tout le groupe.',
    all: 'Désormais, tout le groupe confirme ce qui est remis.',
  },
  points: 'La colonne du carnet de notes a {{to}} points au lieu de {{from}}.',
  columns: {
    total:
      'Désormais, le carnet de notes n’a que le total du projet ; les colonnes des étapes disparaissent.',
    milestones:
      'Le carnet de notes reçoit, à côté du total, une colonne pour chaque étape qui vaut des points.',
  },
  gradesStay:
    'Notes publiées qui restent telles quelles jusqu’à une nouvelle publication sur la page du projet : {{n}}.',
} as const;
