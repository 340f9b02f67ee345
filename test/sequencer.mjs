import Sequencer from '@jest/test-sequencer';

/** What lasts longest: begun first, it is over when the others are. */
const FIRST = /grade-trial|every-page|gallery|story|whole-review|launch-pages|mail-kill/;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isFirst = ({ path }) => FIRST.test(path);
    return super.sort(tests).toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  }
}
