/** What is handed in, for those who set a peer review up. */
export const handInSetUp = {
  legend: 'Qué se entrega',
  work: 'Un trabajo',
  workHint: 'Un texto, archivos o enlaces, según lo que elija abajo.',
  presentation: 'Nada: las presentaciones son en directo',
  presentationHint:
    'Los estudiantes indican que participan, y quienes participan se revisan entre sí. Quien revisa ve de quién es la presentación.',
  parts: {
    text: 'Texto',
    files: 'Archivos',
    links: 'Enlaces',
  },
  taken: {
    off: 'No se acepta',
    allowed: 'Se puede entregar',
    required: 'Hay que entregarlo',
  },
  groups: 'Tipos de archivos',
  group: {
    documents: 'Documentos (PDF, Word y similares)',
    images: 'Imágenes',
    audio: 'Audio',
    video: 'Vídeo',
    texts: 'Textos sin formato y código',
    archives: 'Archivos ZIP',
  },
  megabytes: 'Tamaño de un archivo, como máximo (MB)',
  filesMax: 'Archivos en un trabajo, como máximo',
} as const;
