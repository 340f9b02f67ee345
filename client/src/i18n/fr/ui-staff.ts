/** Texts of the design system's parts that only staff see: the data table, charts. */
export const uiStaff = {
  table: {
    search: 'Rechercher',
    filter: 'Filtre : {{title}}',
    filtered: '{{title}} : {{values}}',
    columns: 'Colonnes',
    sort: 'Trier',
    sortUp: '{{title}}, ordre croissant',
    sortDown: '{{title}}, ordre décroissant',
    csv: 'Exporter en CSV',
    loadAllForCsv: 'Tout charger pour exporter',
    loading: 'Chargement des lignes',
    loadingRest_one: '{{count, number}} sur {{total, number}} chargée…',
    loadingRest_many: '{{count, number}} sur {{total, number}} chargées…',
    loadingRest_other: '{{count, number}} sur {{total, number}} chargées…',
    pick: 'Sélectionner {{name}}',
    pickAll: 'Sélectionner toutes les lignes',
    picked_one: '{{count, number}} sélectionnée',
    picked_many: '{{count, number}} sélectionnées',
    picked_other: '{{count, number}} sélectionnées',
    rows_one: '{{count, number}} ligne',
    rows_many: '{{count, number}} lignes',
    rows_other: '{{count, number}} lignes',
    rowsOf_one: '{{count, number}} ligne sur {{total, number}}',
    rowsOf_many: '{{count, number}} lignes sur {{total, number}}',
    rowsOf_other: '{{count, number}} lignes sur {{total, number}}',
    none: {
      title: 'Aucune ligne ne correspond',
      text: 'Modifiez la recherche ou les filtres pour en voir davantage.',
    },
  },
  charts: {
    asTable: 'Afficher en tableau',
    noValues: 'Il n’y a pas encore de valeurs.',
    range: '{{from}} à {{to}}',
    histogram_one: 'Une valeur : {{median}}.',
    histogram_many:
      '{{count, number}} valeurs de {{lowest}} à {{highest}}. La moitié se situe entre {{from}} et {{to}} ; la médiane est {{median}}.',
    histogram_other:
      '{{count, number}} valeurs de {{lowest}} à {{highest}}. La moitié se situe entre {{from}} et {{to}} ; la médiane est {{median}}.',
    bars_one: '{{most}} : {{mostValue}}.',
    bars_many: 'Le plus haut : {{mostValue}} ({{most}}) ; le plus bas : {{leastValue}} ({{least}}).',
    bars_other: 'Le plus haut : {{mostValue}} ({{most}}) ; le plus bas : {{leastValue}} ({{least}}).',
    line: '{{name}} commence à {{first}}, finit à {{last}} et atteint {{most}} au maximum.',
    box_one: '{{label}} : une valeur, {{median}}.',
    box_many:
      '{{label}} : {{count, number}} valeurs, médiane {{median}}, la moitié centrale de {{from}} à {{to}}.',
    box_other:
      '{{label}} : {{count, number}} valeurs, médiane {{median}}, la moitié centrale de {{from}} à {{to}}.',
    heatMap: 'De {{least}} à {{most}} ; le maximum se trouve en {{row}}, {{column}}.',
    scatter_one: 'Un point.',
    scatter_many:
      '{{count, number}} points. La corrélation entre {{x}} et {{y}} est de {{r}} : 1 signifie ensemble, 0 sans lien, −1 en sens contraire.',
    scatter_other:
      '{{count, number}} points. La corrélation entre {{x}} et {{y}} est de {{r}} : 1 signifie ensemble, 0 sans lien, −1 en sens contraire.',
    columns: {
      count: 'Valeurs',
      lowest: 'Minimum',
      firstQuartile: 'Premier quartile',
      median: 'Médiane',
      thirdQuartile: 'Troisième quartile',
      highest: 'Maximum',
    },
  },
} as const;
