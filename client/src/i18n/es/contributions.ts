export const contributions = {
  title: 'Contribuciones',
  who: 'Miembro',
  left: '(ha dejado el grupo)',
  known: 'Lo que se sabe aquí',
  unknown: 'No se sabe',
  kinds: {
    text: 'Texto (caracteres)',
    comments: 'Comentarios en páginas',
    tasks: 'Tareas hechas',
    meetings: 'Reuniones asistidas',
    files: 'Archivos y versiones',
  },
  textOf: {
    now: '«Texto» es lo que cada cual ha escrito y está ahora en sus páginas.',
    handedIn: '«Texto» es lo que cada cual había escrito en las páginas tal como se entregaron.',
    unknown: 'En este hito no se sabe quién escribió qué texto.',
  },
  caveat:
    'Es lo que se sabe aquí y no todo lo que cuenta: no se ven ideas, conversaciones, llamadas, trabajo en otras herramientas, texto escrito para otra persona, ni lo bueno o difícil que fue algo. Las clases no se suman y nadie queda clasificado.',
  now: 'Solo su grupo ve esto. Su profesorado lo ve, con lo que dice cada cual, a partir del {{when}}, y hasta entonces solo indicios sin nombres, como «una persona de cuatro ha escrito la mayor parte del texto». Otros grupos no lo ven nunca.',
  over: 'El hito ha terminado. Su grupo y su profesorado ven esto; otros grupos, nunca.',
  later:
    'Mientras trabaja, solo el grupo ve esto. Usted lo ve, con lo que dice cada miembro, a partir del {{when}}.',
  own: 'Lo que hice',
  ownHint:
    'Con sus palabras, también lo que no se ve arriba. Puede cambiarlo hasta el {{when}}; después queda como está, y su grupo y su profesorado lo leen. Hasta entonces solo usted lo ve.',
  statements: 'Con sus palabras',
  nobodySaid: 'Nadie ha dicho nada.',
} as const;
