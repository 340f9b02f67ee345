export const groupWorkFactors = {
  title: 'Contribuciones en las notas',
  intro:
    'Aquí lo que los miembros de un grupo dicen unos de otros puede cambiar lo que cada uno recibe de la nota del grupo. Primero ve qué efecto tiene; nada cuenta antes de que usted lo aplique, y puede deshacerlo. Lo que alguien dice nunca cambia su propio factor, y no decir nada tampoco.',
  none: {
    title: 'Aún no se pregunta a nadie',
    text: 'Cree un cuestionario con una tabla cuyas filas sean las personas de estos grupos. En cuanto hayan respondido, verá aquí qué efecto tendría.',
    link: 'Cuestionarios',
  },
  evaluation: 'Lo que los miembros dicen unos de otros',
  method: 'Cómo se forma un factor',
  methods: {
    shrunken: {
      name: 'Prudente (recomendado)',
      text: 'El centro de las valoraciones de los demás, más cerca de 1 cuantas menos haya.',
    },
    webpa: {
      name: 'WebPA',
      text: 'La parte de lo que reparte cada persona.',
    },
    rpf: {
      name: 'RPF',
      text: 'La raíz de lo recibido frente a la media.',
    },
    catme: {
      name: 'Tipo CATME',
      text: 'Apenas por encima de 1, y 1 cerca de la media.',
    },
    teammates: {
      name: 'Tipo TEAMMATES',
      text: 'Puntos ajustados a cada persona que valora.',
    },
  },
  percent: 'Cuánto de la nota del grupo cambia el factor, en tanto por ciento',
  min: 'Factor más bajo',
  max: 'Factor más alto',
  open: {
    title: 'Aún pueden llegar respuestas',
    text: 'Se puede aplicar cuando el cuestionario haya terminado: si no, quien mire dos veces su nota podría saber qué dijo una respuesta intermedia.',
    link: 'Al cuestionario',
  },
  applied: {
    title: 'Cuenta desde {{when}}',
    text: '{{title}}: {{percent}} de la nota del grupo según el factor «{{method}}», entre {{min}} y {{max}}. Aplicado por {{name}}.',
    since_one:
      'Desde entonces ha llegado {{count}} respuesta. No cambia ninguna nota hasta que vuelva a aplicar.',
    since_many:
      'Desde entonces han llegado {{count}} respuestas. No cambian ninguna nota hasta que vuelva a aplicar.',
    since_other:
      'Desde entonces han llegado {{count}} respuestas. No cambian ninguna nota hasta que vuelva a aplicar.',
  },
  apply: 'Aplicar',
  again: 'Aplicar de nuevo',
  ask: {
    title: '¿Que cuenten las contribuciones?',
    raised_one: '{{count}} nota sube.',
    raised_many: '{{count}} notas suben.',
    raised_other: '{{count}} notas suben.',
    lowered_one: '{{count}} nota baja.',
    lowered_many: '{{count}} notas bajan.',
    lowered_other: '{{count}} notas bajan.',
    text: 'Cada persona ve su propio factor y su efecto, nunca quién dijo qué. Las notas publicadas cambian enseguida. Puede deshacerlo.',
  },
  done: 'Las contribuciones ya cuentan.',
  takeBack: 'Deshacer',
  takenBack: 'Las contribuciones ya no cuentan.',
  takenBackTo: 'Lo aplicado antes vuelve a contar.',
  plot: 'Cuánto cambian las notas',
  people: 'Personas',
  change: 'Cambio en puntos',
  table: 'Notas con contribuciones',
  group: 'Grupo',
  name: 'Nombre',
  before: 'Sin factor',
  factor: 'Factor',
  low: 'Intervalo desde',
  high: 'Intervalo hasta',
  after: 'Con factor',
  note: 'Observación',
  because: {
    fewRaters: 'Sin factor: menos de dos personas han valorado',
    notAsked: 'Sin factor: a nadie se le preguntó por esta persona en este grupo',
  },
  kept: 'Como antes: una sola respuesta más mostraría lo que dice',
  without_one: '{{count}} persona no tiene factor: para ella la nota del grupo queda como está.',
  without_many: '{{count}} personas no tienen factor: para ellas la nota del grupo queda como está.',
  without_other: '{{count}} personas no tienen factor: para ellas la nota del grupo queda como está.',
  foot: 'Los puntos son los del proyecto hasta ahora, antes de las notas individuales que usted haya fijado. Los factores cuentan en pasos de 0,05, pues menos entra en lo que pocas personas dicen por azar. Los retrasos y lo que dé a miembros concretos cuentan como antes.',
  own: {
    counts:
      'Lo que los demás de su grupo dicen de su contribución cuenta un {{percent}} de la nota del grupo, aplicado {{when}}. Solo ve el factor de todos juntos, en pasos de 0,05; nadie sabe quién dijo qué, y lo que usted dijo no lo cambia. Solo cambia cuando su docente lo aplica de nuevo.',
    noFactor:
      'Donde no se indica un factor, menos de dos personas han dicho algo de usted: la nota del grupo es la suya.',
    link: 'Lo que los demás dicen de usted',
  },
} as const;
