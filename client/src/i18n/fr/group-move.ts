export const groupMove = {
  open: 'Déplacer un membre …',
  title: 'Déplacer un membre dans un autre groupe',
  who: 'Qui',
  to: 'Vers quel groupe',
  choose: 'Choisir un groupe',
  group: '{{name}} (personnes : {{n}})',
  move: 'Déplacer',
  done: '{{name}} est déplacé.',
  failed: 'Le déplacement n’a pas eu lieu',
  lms: 'Les groupes qui viennent du LMS, d’un fichier ou de sections se changent là-bas. Sinon, quelqu’un a peut-être changé les groupes au même moment : réessayez.',
  changes: 'Ce qui se passe alors :',
  kept: 'La part dans ce qui est remis demeure, avec sa note : {{titles}}.',
  access:
    'L’accès aux pages, tâches, réunions et fichiers de ce groupe prend fin aussitôt, celui du nouveau commence. Ce que la personne a écrit et fait ici demeure, avec son nom.',
  coming: 'La personne remet avec le nouveau groupe : {{titles}}.',
  withoutPart: 'Le nouveau groupe a remis sans la personne, qui n’y a pas de part : {{titles}}.',
  unconfirmed: 'Sa confirmation manque et sera notée comme manquante : {{titles}}.',
  tasks: 'Tâches en cours de la personne qui redeviennent libres ici : {{n}}.',
  evaluations:
    'Ce que les membres ont dit les uns des autres, les contributions et les facteurs appliqués restent tels quels.',
} as const;
