const marksKept = 3;
const tooManyMarks = new RegExp(`(\\p{M}{${marksKept}})\\p{M}+`, 'gu');
// All of C0 and C1 but tab and new line, which draw nothing; and the two that force letters into an order of the
// writer's choosing, which make a link read as another. Isolates and marks, which languages need, stay.
const controls = /[[\p{Cc}--[\t\n]]\u202d\u202e]/gv;
const blankLines = /\n(?:[^\S\n]*\n){2,}/g;

/**
 * Text of a stranger, made fit to show: whole code points, no control characters, and no pile of combining marks
 * climbing over its neighbours. What it says is not changed.
 */
export const plain = (text: string): string =>
  text.toWellFormed().replace(controls, '').replace(tooManyMarks, '$1').replace(blankLines, '\n\n');

/** For one line or three: white space folded. */
export const folded = (text: string): string => plain(text).replace(/\s+/gu, ' ').trim();
