/** Structured prompts with which staff begin a discussion or a thread. */
export const promptStarters = {
  label: 'Insérer une consigne type',
  done: '« {{name}} » figure à la fin du texte. Modifiez-la comme vous voulez.',
  names: {
    case: 'Un cas à résoudre',
    sides: 'Les deux côtés',
    unclear: 'Ce qui reste obscur',
    sources: 'Peser les sources',
    further: 'Construire ensemble',
    reflect: 'Regard en arrière',
  },
  texts: {
    case: 'Lisez le cas. Que feriez-vous, et dans quel ordre ?\n\nDites ce que vous décidez, pour quelle raison, et ce qu’il vous faudrait savoir pour décider autrement. Dans vos réponses, montrez à quelqu’un une conséquence qui n’a pas été nommée.',
    sides:
      'Prenez parti sur cette question et donnez votre raison la plus forte.\n\nRépondez ensuite à quelqu’un de l’autre côté : dites d’abord, avec vos mots, ce qui vous convainc dans sa raison, et seulement après ce qui ne vous convainc pas.',
    unclear:
      'Qu’est-ce qui reste obscur pour vous dans le sujet de cette semaine ? Dites ce que vous avez compris, et où cela s’arrête exactement.\n\nRépondez à au moins une question de quelqu’un d’autre : par une explication, un exemple ou une lecture.',
    sources:
      'Apportez une source sur cette question et dites en deux phrases ce qu’elle affirme.\n\nQui le dit, sur quelles preuves, et qui s’y opposerait ? Répondez à quelqu’un dont la source dit autre chose que la vôtre.',
    further:
      'Partez d’une idée que quelqu’un a écrite avant vous : citez-la, et menez-la un pas plus loin.\n\nAjoutez un exemple, une condition dans laquelle elle ne tient pas, ou un lien avec quelque chose que nous avons lu.',
    reflect:
      'Que pensiez-vous de ce sujet au début, et qu’en pensez-vous maintenant ?\n\nDites ce qui vous a fait changer d’avis, ou ce qui a résisté aux objections, et une question que vous emportez.',
  },
} as const;
