/** Who knows whom in a peer review, for those who set it up. */
export const anonymity = {
  label: 'Quién conoce a quién',
  nobodyKnows: 'Nadie lo sabe',
  nobodyKnowsHint:
    'Solo se ven «Trabajo A» y «Revisión 1». Los nombres de autores en las propiedades de los archivos se eliminan.',
  authorsKnown: 'Los autores no conocen a quienes los revisan',
  authorsKnownHint:
    'Quienes revisan ven los nombres de los autores y sus archivos tal cual. De quienes revisan solo se ve «Revisión 1».',
  allKnown: 'Todos se conocen',
  allKnownHint: 'Autores y revisores ven los nombres de la otra parte. Los archivos quedan tal cual.',
  staff:
    'Usted y el resto del equipo docente ven siempre todos los nombres. Quienes observan, como los padres, ven lo mismo que su estudiante, pero nunca el nombre de otro estudiante.',
  later:
    'Puede cambiarlo en cualquier momento: vale para lo que se escriba desde entonces. Lo que ya existe conserva lo que se prometió a quien lo escribió.',
  changed: 'Para lo que se escriba desde ahora: {{what}}.',
  kept_one: '{{count}} trabajo o revisión que ya existe conserva lo que se prometió a quien lo escribió.',
  kept_many:
    '{{count}} trabajos y revisiones que ya existen conservan lo que se prometió a quienes los escribieron.',
  kept_other:
    '{{count}} trabajos y revisiones que ya existen conservan lo que se prometió a quienes los escribieron.',
  tooFew:
    'Con menos de {{least}} trabajos, a menudo se adivina quién es quién, aunque no se muestren nombres.',
} as const;
