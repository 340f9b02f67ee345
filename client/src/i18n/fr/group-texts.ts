export const groupTexts = {
  label: 'À qui on écrit, question {{n}}',
  short: 'À qui on écrit',
  one: 'Un seul texte',
  each: 'Un texte à chaque personne de son groupe : {{name}}',
  explain:
    'Vous lisez les textes sur la page « Contributions dans les groupes » et dites lesquels la personne lit, sans savoir qui les a écrits. Pour cela, le questionnaire a aussi besoin d’un tableau où le groupe s’évalue.',
  readBy:
    'Écrivez à la personne. Vos enseignants lisent d’abord ; s’ils acceptent, la personne lit le texte sans votre nom, et seulement si au moins deux autres l’ont évaluée.',
  results: 'Ce qui a été écrit aux personnes se trouve sur la page « Contributions dans les groupes ».',
  own: 'Ce que d’autres vous ont écrit',
  ownExplain: 'Vos enseignants l’ont lu et le montrent sans noms.',
  check: {
    title: 'Ce que les membres se sont écrit',
    intro:
      'Une personne ne lit un texte que si vous l’avez coché, avec le résultat et sans savoir qui l’a écrit. Écartez ce qui blesse et ce qui trahit son auteur.',
    first: 'Les textes peuvent être acceptés une fois le questionnaire fermé.',
    to: 'À {{name}} ({{group}})',
    withheld:
      'Moins de deux autres ont évalué cette personne ; on saurait donc qui a écrit : rien n’est montré.',
    show: '{{name}} lit ce texte',
    unchecked_one: '{{count, number}} texte n’est pas coché et reste caché.',
    unchecked_many: '{{count, number}} textes ne sont pas cochés et restent cachés.',
    unchecked_other: '{{count, number}} textes ne sont pas cochés et restent cachés.',
  },
} as const;
