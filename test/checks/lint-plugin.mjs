/** Lint rules of this repository that no published plugin has. */

const noAmbientClock = {
  meta: { type: 'problem', docs: { description: 'A rule takes the time as an argument (DESIGN.md §2.2).' } },
  create(context) {
    const report = (node) =>
      context.report({ node, message: 'This reads the clock: take `now` as an argument.' });
    return {
      NewExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
          report(node);
        }
      },
      // Date() without `new` ignores its arguments and always answers the present.
      CallExpression(node) {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date') report(node);
      },
    };
  },
};

export default {
  meta: { name: 'roundtable' },
  rules: { 'no-ambient-clock': noAmbientClock },
};
