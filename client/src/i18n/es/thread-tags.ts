/** Discussions: tags of threads, their authors, and who reads earlier versions. */
export const threadTags = {
  tag: 'Etiqueta',
  all: 'Todas las etiquetas',
  author: 'Autoría',
  choose: 'Etiquetas',
  tooMany: 'Como máximo {{max}} etiquetas.',
  setUp: {
    tags: 'Etiquetas para los hilos',
    tagsHint: 'Una por línea. Quien inicia un hilo elige entre ellas; quien lee filtra por ellas.',
    wrong: 'Como máximo {{max}} etiquetas distintas de {{length}} caracteres como máximo.',
    history: 'Quién lee versiones anteriores de los mensajes',
    readers: { staff: 'El equipo docente', all: 'Quien lea el mensaje' },
    historyHint:
      'Vale también para las versiones que ya existen. Las de mensajes eliminados u ocultos solo las ve el equipo docente.',
  },
} as const;
