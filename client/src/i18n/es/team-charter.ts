/** Texts of what groups agree on about working together. */
export const teamCharter = {
  title: 'Acuerdo de equipo',
  all: 'Acuerdos de equipo',
  intro:
    'Lo que acuerdan para trabajar juntos. Todo el grupo puede escribir aquí; vale cuando todos lo han aceptado.',
  introStaff:
    'Lo que el grupo ha acordado para trabajar junto. Usted ve lo que se propuso al grupo, no su borrador.',
  sections: {
    goals: 'Objetivos',
    norms: 'Normas',
    roles: 'Roles',
    meetings: 'Reuniones',
    decisions: 'Cómo decidimos',
    disagreement: 'Cómo tratamos los desacuerdos',
  },
  prompts: {
    goals: '¿Qué quieren lograr juntos y con qué calidad?',
    norms: '¿Con qué puede contar cada persona: respuestas, puntualidad, calidad, ayuda?',
    roles: '¿Quién se encarga de qué y cuándo cambian?',
    meetings: '¿Cuándo y dónde se reúnen, y qué pasa si alguien no puede venir?',
    decisions: '¿Cómo deciden: acuerdo de todos, mayoría, quien hace el trabajo?',
    disagreement: '¿Qué hacen si no están de acuerdo o si alguien no cumple el acuerdo?',
  },
  nothing: 'Todavía no se ha propuesto nada al grupo.',
  empty: '(nada escrito)',
  standing: 'Versión {{n}}, propuesta al grupo por {{name}}, {{when}}.',
  state: {
    none: 'Todavía ninguno',
    toAgree: 'Faltan aceptaciones',
    agreed: 'Aceptado por todos',
  },
  agreements: 'Quién ha aceptado',
  agreedAt: 'Aceptado {{when}}',
  missing: 'Todavía no',
  ask: 'Léalo, por favor. Su aceptación consta con su nombre y la hora.',
  agree: 'Acepto',
  agreed: 'Ha aceptado.',
  write: {
    title: 'Escribir el acuerdo',
    again: 'Cambiar el acuerdo',
    changes:
      'Lo que cambie aquí vale cuando se proponga al grupo y todos lo acepten de nuevo. La versión de arriba sigue siendo legible.',
    propose: 'Proponer al grupo',
    proposed: 'Se pide al grupo que acepte. Al proponerlo, usted ya ha aceptado.',
    long: 'Escriba como máximo {{max}} caracteres.',
  },
  earlier: {
    title: 'Versiones anteriores',
    version: 'Versión {{n}}, {{when}}',
    agreedBy: 'Aceptado por: {{names}}',
  },
  overview: {
    link: 'Acuerdos de todos los grupos',
    count: 'Aceptaciones: {{agreed}} de {{members}}',
    intro: 'Qué grupos han acordado cómo trabajan. Abra uno para leerlo.',
    none: 'Todavía no hay grupos',
  },
  setUp: {
    ask: 'Los grupos escriben un acuerdo de equipo',
    hint: 'Cada grupo acuerda sus objetivos, normas y forma de trabajar. Cada miembro acepta con su nombre; un cambio necesita de nuevo a todos.',
    prompts: 'Qué pregunta el acuerdo',
    promptsHint: 'Las preguntas que no cambie aparecen en el idioma de quien lee.',
  },
} as const;
