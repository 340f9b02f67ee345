/** What is promised at the moment of writing. */
export const promise = {
  author: {
    nobodyKnows: 'Les évaluateurs voient votre travail sans votre nom.',
    authorsKnown: 'Les évaluateurs voient votre travail avec votre nom ; vous n’apprenez pas le leur.',
    allKnown: 'Les évaluateurs voient votre travail avec votre nom, et vous voyez le leur.',
  },
  reviewer: {
    hidden: 'L’auteur voit votre évaluation sans votre nom.',
    shown: 'L’auteur voit votre évaluation avec votre nom.',
  },
  staff: 'L’équipe enseignante voit tous les noms.',
  time: 'Le temps que vous passez sur cette évaluation est mesuré tant que cette page est visible et que vous y travaillez. Les enseignants le voient ; il ne compte dans aucune note.',
} as const;
