/** Texts of what members of groups say of each other. */
export const memberEvaluation = {
  title: 'Contribuciones en los grupos',
  open: 'Contribuciones en los grupos',
  intro:
    'Lo que los miembros de cada grupo dicen unos de otros, desde 1 para la primera columna hasta la última. Un factor de 1 es una parte igual. Lo que alguien dice no mueve su propio factor, y callar tampoco. Nada de esto cambia una nota por sí solo.',
  plot: 'Cómo se reparten los factores',
  people: 'Personas',
  table: 'Miembros de los grupos',
  group: 'Grupo',
  methods:
    'Factor: el centro de las valoraciones de los demás, más cerca de 1 cuantas menos haya, con el intervalo en el que probablemente está. WebPA, RPF, CATME y TEAMMATES son los métodos publicados, sin lo que las personas dicen de sí mismas. SAPA compara lo que alguien dice de sí con lo que dicen los demás: por encima de 1 es más alto.',
  left: '{{name}} (dejó el grupo: {{when}})',
  ofLevels: '{{value}} de {{levels}}',
  terms:
    'Quienes usted valora podrán ver más tarde lo que dicen todos juntos, nunca quién dijo qué, y solo si al menos otras dos personas han dicho algo.',
  none: {
    title: 'Aún no hay valoraciones',
    text: 'En cuanto los miembros se hayan valorado, sus factores estarán aquí.',
  },
  of: {
    raters: 'Otros que valoraron',
    received: 'De los demás',
    own: 'De sí mismo',
    shrunken: 'Factor',
    low: 'Intervalo desde',
    high: 'Intervalo hasta',
    webpa: 'WebPA',
    rpf: 'RPF',
    catme: 'CATME',
    teammates: 'TEAMMATES',
    sapa: 'SAPA',
  },
  questions: {
    title: 'Quizá quiera preguntar',
    lessThanOthers:
      '{{group}}: ¿hizo menos {{name}}? Los demás lo dicen, {{name}} lo ve de otro modo. Hable con el grupo antes de decidir nada.',
    betterThanOthersSay: '{{group}}: {{name}} valora su propia parte más que los demás.',
    raiseEachOther:
      '{{group}}: {{name}} y otra persona se valoran mucho más alto de lo que los valoran todos los demás.',
    atOdds: '{{group}}: {{name}} y otra persona se valoran bajo, los demás no. ¿Hay un conflicto?',
  },
  share: {
    button: 'Mostrar sus resultados a los miembros',
    title: '¿Mostrar a cada miembro su propio resultado?',
    people_one:
      '{{count, number}} persona verá lo que dicen los demás, como media de cada pregunta, y el factor.',
    people_many:
      '{{count, number}} personas verán lo que dicen los demás, como media de cada pregunta, y el factor.',
    people_other:
      '{{count, number}} personas verán lo que dicen los demás, como media de cada pregunta, y el factor.',
    withheld_one:
      '{{count, number}} persona no verá nada, ya que valoraron menos de otras dos: se podría saber quién fue.',
    withheld_many:
      '{{count, number}} personas no verán nada, ya que valoraron menos de otras dos: se podría saber quién fue.',
    withheld_other:
      '{{count, number}} personas no verán nada, ya que valoraron menos de otras dos: se podría saber quién fue.',
    done: 'Los miembros ven ahora sus resultados.',
    since: 'Mostrado a los miembros desde {{when}}',
    explain: 'Cada persona ve solo su propio resultado, y nadie ve quién dijo qué.',
    first: 'Los resultados se pueden mostrar a los miembros cuando el cuestionario esté cerrado.',
    takeBack: 'Dejar de mostrarlos',
    takenBack: 'Los miembros ya no ven sus resultados.',
  },
  own: {
    title: 'Lo que su grupo dice de usted',
    titleOfMany: 'Lo que sus grupos dicen de usted',
    notShared: 'Su equipo docente aún no ha mostrado los resultados.',
    withheld:
      'Menos de otras dos personas han dicho algo de usted. El resultado no se muestra, ya que se podría saber quién fue.',
    factor: 'Su factor: {{value}} (probablemente entre {{low}} y {{high}})',
    explain:
      '1 es una parte igual del trabajo. Sale de lo que dicen los demás de su grupo, todos juntos; lo que usted mismo dijo no cuenta en él.',
    received: 'Los demás, de media: {{value}}',
    own: 'Usted: {{value}}',
  },
};
