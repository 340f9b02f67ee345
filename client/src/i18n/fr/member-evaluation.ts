/** Texts of what members of groups say of each other. */
export const memberEvaluation = {
  title: 'Contributions dans les groupes',
  open: 'Contributions dans les groupes',
  intro:
    'Ce que les membres de chaque groupe disent les uns des autres, de 1 pour la première colonne jusqu’à la dernière. Un facteur de 1 est une part égale. Ce que dit une personne ne change en rien son propre facteur, et se taire non plus. Rien ici ne change une note de soi-même.',
  plot: 'Répartition des facteurs',
  people: 'Personnes',
  table: 'Membres des groupes',
  group: 'Groupe',
  methods:
    'Facteur : le milieu des évaluations des autres, ramené vers 1 d’autant plus qu’elles sont peu nombreuses, avec l’intervalle où il se trouve probablement. WebPA, RPF, CATME et TEAMMATES sont les méthodes publiées, sans ce que les personnes disent d’elles-mêmes. SAPA compare ce qu’une personne dit d’elle-même à ce qu’en disent les autres : au-dessus de 1, c’est plus élevé.',
  left: '{{name}} (sorti du groupe : {{when}})',
  ofLevels: '{{value}} sur {{levels}}',
  terms:
    'Les personnes que vous évaluez pourront voir plus tard ce que toutes disent ensemble, jamais qui a dit quoi, et seulement si au moins deux autres se sont exprimées.',
  none: {
    title: 'Pas encore d’évaluations',
    text: 'Dès que des membres se seront évalués, leurs facteurs seront ici.',
  },
  of: {
    raters: 'Autres ayant évalué',
    received: 'Par les autres',
    own: 'Par soi-même',
    shrunken: 'Facteur',
    low: 'Intervalle de',
    high: 'Intervalle à',
    webpa: 'WebPA',
    rpf: 'RPF',
    catme: 'CATME',
    teammates: 'TEAMMATES',
    sapa: 'SAPA',
  },
  questions: {
    title: 'Vous voudrez peut-être demander',
    lessThanOthers:
      '{{group}} : {{name}} a-t-il ou a-t-elle moins contribué ? Les autres le disent, {{name}} le voit autrement. Parlez avec le groupe avant de décider quoi que ce soit.',
    betterThanOthersSay: '{{group}} : {{name}} estime sa propre part plus que ne le font les autres.',
    raiseEachOther:
      '{{group}} : {{name}} et une autre personne s’évaluent bien plus haut que ne le font tous les autres.',
    atOdds:
      '{{group}} : {{name}} et une autre personne s’évaluent bas, les autres non. Y a-t-il un conflit ?',
  },
  share: {
    button: 'Montrer leurs résultats aux membres',
    title: 'Montrer à chaque membre son propre résultat ?',
    people_one:
      '{{count, number}} personne verra ce que disent les autres, en moyenne pour chaque question, et le facteur.',
    people_many:
      '{{count, number}} personnes verront ce que disent les autres, en moyenne pour chaque question, et le facteur.',
    people_other:
      '{{count, number}} personnes verront ce que disent les autres, en moyenne pour chaque question, et le facteur.',
    withheld_one:
      '{{count, number}} personne ne verra rien, car moins de deux autres ont évalué : on pourrait savoir qui.',
    withheld_many:
      '{{count, number}} personnes ne verront rien, car moins de deux autres ont évalué : on pourrait savoir qui.',
    withheld_other:
      '{{count, number}} personnes ne verront rien, car moins de deux autres ont évalué : on pourrait savoir qui.',
    done: 'Les membres voient maintenant leurs résultats.',
    since: 'Montré aux membres depuis {{when}}',
    explain: 'Chaque personne ne voit que son propre résultat, et nul ne voit qui a dit quoi.',
    first: 'Les résultats peuvent être montrés aux membres une fois le questionnaire fermé.',
    takeBack: 'Ne plus les montrer',
    takenBack: 'Les membres ne voient plus leurs résultats.',
  },
  own: {
    title: 'Ce que votre groupe dit de vous',
    titleOfMany: 'Ce que vos groupes disent de vous',
    notShared: 'Votre équipe pédagogique n’a pas encore montré les résultats.',
    withheld:
      'Moins de deux autres personnes se sont exprimées sur vous. Le résultat n’est pas montré, car on pourrait savoir qui.',
    factor: 'Votre facteur : {{value}} (probablement entre {{low}} et {{high}})',
    explain:
      '1 est une part égale du travail. Il vient de ce que disent les autres de votre groupe, tous ensemble ; ce que vous avez dit vous-même n’y compte pas.',
    received: 'Les autres, en moyenne : {{value}}',
    own: 'Vous-même : {{value}}',
  },
};
