/** Texts of a short survey of how teams work together, to begin a questionnaire with. */
export const dynamics = {
  start: 'Commencer par une enquête sur la vie d’équipe',
  hint: 'Cinq questions rapides sur la participation, la communication, les désaccords et la sécurité, anonymes, en deux minutes. Tout peut être modifié ; réglez ci-dessous quand elle se rouvre, par exemple après chaque jalon.',
  applied: 'L’enquête est remplie ci-dessous.',
  title: 'Comment votre équipe travaille-t-elle ensemble ?',
  intro:
    'Cela prend deux minutes. Personne ne sait qui a répondu quoi ; les résultats apparaissent à partir de cinq réponses.',
  disagree: 'Pas du tout',
  agree: 'Tout à fait',
  items: {
    participation: 'Dans notre équipe, chacun contribue.',
    communication: 'Nous nous informons à temps.',
    disagreement: 'En cas de désaccord, nous en parlons ouvertement et trouvons une solution.',
    safety: 'Je peux dire que j’ai fait une erreur ou que je ne sais pas.',
    again: 'J’aimerais travailler de nouveau avec cette équipe.',
    change: 'Quelle est la chose que votre équipe devrait changer ?',
  },
} as const;
