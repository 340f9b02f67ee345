import Sequencer from '@jest/test-sequencer';

/** Waits more than it works: begun first, it is over when the others are. */
const FIRST = 'grade-trial';

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isFirst = ({ path }) => path.includes(FIRST);
    return super.sort(tests).toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  }
}
