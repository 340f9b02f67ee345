/** Links, what must be handed in, and live presentations: where one hands in and reads. */
export const handIn = {
  /** Where a group writes. */
  stale: {
    title: '{{name}} ha guardado entretanto',
    text: 'Escriben este texto en común, y el otro se guardó después de que usted abriera este. ¿Cuál quiere conservar?',
  },
  links: {
    label: 'Enlaces',
    address: 'Dirección de un enlace',
    hint: 'Una dirección completa que empieza por https://',
    add: 'Añadir enlace',
    invalid: 'Escriba una dirección completa que empiece por http:// o https://.',
    twice: 'Este enlace ya está.',
    remove: 'Quitar el enlace a {{host}}',
    added: 'Se ha añadido el enlace a {{host}}.',
    removed: 'Se ha quitado el enlace a {{host}}.',
    goesTo: 'Lleva fuera del curso, a {{host}}, en una pestaña nueva',
    anonymous: 'La página de un enlace puede decir quién es usted. Roundtable no puede cambiarlo.',
  },
  needs: {
    text: 'Hay que entregar un texto.',
    files: 'Hay que entregar al menos un archivo.',
    links: 'Hay que entregar al menos un enlace.',
  },
  presentation: {
    text: 'Usted presenta en directo: no hay nada que entregar. Indique que participa para que otros puedan revisar su presentación.',
    button: 'Participo',
    reviewed: 'Este trabajo se presenta en directo: aquí no hay nada que abrir.',
  },
} as const;
