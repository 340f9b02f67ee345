export const groupGrades = {
  explain: {
    milestone: '{{title}}: {{how}}؛ {{points}} من {{possible}} نقطة.',
    missed: '{{title}}: لم يُسلَّم، 0 من {{possible}} نقطة.',
    group: 'المجموعة {{points}}',
    factor: {
      own: 'مساهمتك: × {{factor}} في {{percent}} منها',
      other: 'مساهمة هذا الشخص: × {{factor}} في {{percent}} منها',
    },
    noFactor: 'بلا عامل',
    late: 'تأخير −{{points}}',
    more: {
      own: 'لك +{{points}}',
      other: 'لهذا الشخص +{{points}}',
    },
    less: {
      own: 'لك −{{points}}',
      other: 'لهذا الشخص −{{points}}',
    },
    sum: 'المجموع {{points}} من {{possible}} نقطة، {{percent}}.',
  },
} as const;
