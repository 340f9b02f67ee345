/** Texts of what a new peer review can start from. */
export const starters = {
  label: 'Empezar con',
  hint: 'Define la rúbrica, las instrucciones, las fechas y la calificación de abajo. Todo se puede cambiar; el título y los puntos se conservan.',
  applied: '«{{name}}» está aplicado abajo.',
  general: {
    name: 'General',
    description:
      'Cualquier trabajo escrito: contenido, estructura y argumentos, por puntos. Tres revisiones.',
  },
  essay: {
    name: 'Ensayo',
    description:
      'Un texto argumentado, valorado por niveles, con un comentario sobre la tesis. Tres revisiones, una semana por paso.',
    instructions:
      'Entregue su ensayo como texto o como archivo. Exponga su tesis al principio y cite sus fuentes.\n\nPara revisar, lea primero todo el ensayo. Después diga qué le convence, qué no, y qué podría probar quien lo escribió.',
    criteria: {
      thesis: {
        title: 'Tesis y argumentación',
        description: '¿Hay una tesis clara, y conduce cada paso hacia ella?',
      },
      evidence: {
        title: 'Pruebas',
        description: '¿Se apoyan las afirmaciones en fuentes o ejemplos comprobables?',
      },
      structure: {
        title: 'Estructura',
        description: '¿Guían la introducción, los párrafos y la conclusión a quien lee?',
      },
      language: {
        title: 'Lenguaje',
        description: '¿Es preciso, legible y sin errores que molesten?',
      },
    },
  },
  presentation: {
    name: 'Presentación',
    description:
      'Diapositivas o una grabación, valoradas en escalas, con consejos para la próxima vez. Cuatro revisiones cortas.',
    instructions:
      'Entregue sus diapositivas o una grabación de diez minutos como máximo.\n\nPara revisar, véala como parte del público: anote lo que recuerda después y luego valore y aconseje.',
    criteria: {
      message: {
        title: 'Mensaje',
        description: '¿Sabe después de qué trataba y por qué importa?',
      },
      delivery: {
        title: 'Exposición',
        description: 'Ritmo, voz y contacto con el público; no se aplica a diapositivas solas.',
      },
      visuals: {
        title: 'Apoyo visual',
        description: '¿Ayudan las diapositivas e imágenes a entender, sin demasiado texto?',
      },
      advice: {
        title: 'Consejo para la próxima vez',
        description: 'Una cosa que mantener y otra que cambiar.',
      },
    },
  },
  code: {
    name: 'Código',
    description:
      'Un programa con una breve explicación: ¿funciona, está probado, se lee bien? Dos revisiones a fondo; revisar cuenta un 20 %.',
    instructions:
      'Entregue su código como archivo o enlace, con unas líneas sobre cómo ejecutarlo.\n\nPara revisar, ejecútelo primero y léalo después. Indique archivo y línea en sus comentarios.',
    criteria: {
      works: {
        title: 'Hace lo que se pedía',
        description: 'Ejecútelo con el ejemplo de la tarea y con uno propio.',
      },
      readability: {
        title: 'Legibilidad',
        description: 'Nombres, longitud de las funciones, comentarios que dicen por qué.',
      },
      tests: {
        title: 'Pruebas',
        description: '¿Cubren el caso normal y los extremos, y podrían fallar?',
      },
      design: {
        title: 'Diseño',
        description: '¿Están bien separadas las partes? ¿Qué haría de otro modo?',
      },
    },
  },
  design: {
    name: 'Crítica de diseño',
    description:
      'Bocetos o un prototipo: objetivo, uso y ejecución, con una crítica escrita. Tres revisiones, rondas cortas.',
    instructions:
      'Entregue imágenes o un enlace a su prototipo y diga en dos frases para quién es.\n\nPara revisar, describa primero lo que ve, después el efecto que le produce, y solo entonces valore.',
    criteria: {
      goal: {
        title: 'Cumple su objetivo',
        description: '¿Resuelve el problema de aquellos a quienes va dirigido?',
      },
      use: {
        title: 'Uso',
        description: '¿Se orienta uno sin explicación, también sin ratón o con mala vista?',
      },
      craft: {
        title: 'Ejecución',
        description: 'Tipografía, color, espacios y detalle.',
      },
      critique: {
        title: 'Crítica',
        description: 'Qué funciona, qué no, y algo que probar.',
      },
    },
  },
  clinical: {
    name: 'Protocolo clínico',
    description:
      'Un protocolo o plan de cuidados: primero la seguridad, evidencia, exhaustividad. Dos revisiones cuidadosas y razonadas.',
    instructions:
      'Entregue su protocolo sin nada que permita reconocer a un paciente. Indique la guía que ha seguido.\n\nPara revisar, compruebe primero la seguridad y diga qué haría si encontrara un riesgo.',
    criteria: {
      safety: {
        title: 'Seguro para el paciente',
        description:
          'Ningún paso pone en peligro a nadie; los riesgos están nombrados, con lo que hay que hacer.',
      },
      evidence: {
        title: 'Evidencia',
        description: '¿Sigue una guía actual o da buenas razones para no hacerlo?',
      },
      completeness: {
        title: 'Exhaustividad',
        description: 'Valoración, pasos, dosis, quién hace qué y seguimiento.',
      },
      clarity: {
        title: 'Claridad',
        description: '¿Podría un colega actuar con él de inmediato, también de noche?',
      },
    },
  },
  product: {
    name: 'Producto de grupo',
    description:
      'Lo que un grupo ha hecho y cómo: resultado, utilidad, documentación. Tres revisiones; revisar cuenta un 20 %.',
    instructions:
      'Entregue el producto de su grupo, con una página sobre cómo se hizo y quién hizo qué.\n\nPara revisar, pruébelo como lo haría alguien para quien está hecho.',
    criteria: {
      result: {
        title: 'Resultado',
        description: '¿Está terminado, es correcto y de buena calidad?',
      },
      usefulness: {
        title: 'Utilidad',
        description: '¿Ayuda a quienes va dirigido?',
      },
      documentation: {
        title: 'Documentación',
        description: '¿Pueden otros entenderlo, usarlo y continuarlo?',
      },
      process: {
        title: 'Trabajo en común',
        description: '¿Muestra la página cómo el grupo repartió y comprobó su trabajo?',
      },
    },
  },
} as const;
