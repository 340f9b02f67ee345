/** Texts of questions that are answered with files. */
export const fileAnswer = {
  explain: 'يضيف المجيب حتى {{max}} ملفات من الأنواع المعتادة، ولا يفتحها إلا فريق التدريس وصاحبها.',
  preview: 'هنا تُضاف حتى {{max}} ملفات.',
  results: 'الملفات في الأسفل، تحت «من قال ماذا».',
};
