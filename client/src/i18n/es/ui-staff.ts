/** Texts of the design system's parts that only staff see: the data table, charts. */
export const uiStaff = {
  table: {
    search: 'Buscar',
    filter: 'Filtro: {{title}}',
    filtered: '{{title}}: {{values}}',
    columns: 'Columnas',
    sort: 'Ordenar',
    sortUp: '{{title}}, ascendente',
    sortDown: '{{title}}, descendente',
    csv: 'Exportar CSV',
    loadAllForCsv: 'Cargar todo y exportar',
    loading: 'Cargando filas',
    loadingRest_one: 'Cargando: {{count, number}} de {{total, number}}…',
    loadingRest_many: 'Cargando: {{count, number}} de {{total, number}}…',
    loadingRest_other: 'Cargando: {{count, number}} de {{total, number}}…',
    pick: 'Seleccionar {{name}}',
    pickAll: 'Seleccionar todas las filas',
    picked_one: '{{count, number}} seleccionada',
    picked_many: '{{count, number}} seleccionadas',
    picked_other: '{{count, number}} seleccionadas',
    rows_one: '{{count, number}} fila',
    rows_many: '{{count, number}} filas',
    rows_other: '{{count, number}} filas',
    rowsOf_one: '{{count, number}} de {{total, number}} filas',
    rowsOf_many: '{{count, number}} de {{total, number}} filas',
    rowsOf_other: '{{count, number}} de {{total, number}} filas',
    none: { title: 'Ninguna fila coincide', text: 'Cambie la búsqueda o los filtros para ver más.' },
  },
  charts: {
    asTable: 'Mostrar como tabla',
    noValues: 'Todavía no hay valores.',
    range: 'de {{from}} a {{to}}',
    histogram_one: 'Un valor: {{median}}.',
    histogram_many:
      '{{count, number}} valores de {{lowest}} a {{highest}}. La mitad está entre {{from}} y {{to}}; la mediana es {{median}}.',
    histogram_other:
      '{{count, number}} valores de {{lowest}} a {{highest}}. La mitad está entre {{from}} y {{to}}; la mediana es {{median}}.',
    bars_one: '{{most}}: {{mostValue}}.',
    bars_many: 'El valor más alto es {{mostValue}} ({{most}}); el más bajo, {{leastValue}} ({{least}}).',
    bars_other: 'El valor más alto es {{mostValue}} ({{most}}); el más bajo, {{leastValue}} ({{least}}).',
    line: '{{name}}: empieza en {{first}}, termina en {{last}} y llega como máximo a {{most}}.',
    box_one: '{{label}}: un valor, {{median}}.',
    box_many:
      '{{label}}: {{count, number}} valores, mediana {{median}}, la mitad central de {{from}} a {{to}}.',
    box_other:
      '{{label}}: {{count, number}} valores, mediana {{median}}, la mitad central de {{from}} a {{to}}.',
    heatMap: 'De {{least}} a {{most}}; el valor más alto está en {{row}}, {{column}}.',
    scatter_one: 'Un punto.',
    scatter_many:
      '{{count, number}} puntos. La correlación de {{x}} y {{y}} es {{r}}: 1 sería a la par; 0, sin relación; −1, en sentido contrario.',
    scatter_other:
      '{{count, number}} puntos. La correlación de {{x}} y {{y}} es {{r}}: 1 sería a la par; 0, sin relación; −1, en sentido contrario.',
    columns: {
      count: 'Valores',
      lowest: 'Mínimo',
      firstQuartile: 'Primer cuartil',
      median: 'Mediana',
      thirdQuartile: 'Tercer cuartil',
      highest: 'Máximo',
    },
  },
} as const;
