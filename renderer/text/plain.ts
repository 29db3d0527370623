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

// Handles, tags and links are Latin whatever is said around them.
const latin = /https?:\/\/\S+|[@#]\w+/gu;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Which way a text runs, by its first letter that is its writer's own; `auto` where there is none. */
export const direction = (text: string): 'ltr' | 'rtl' | 'auto' => {
  const first = /\p{L}/u.exec(text.replace(latin, ''))?.[0];
  if (first === undefined) return 'auto';
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
};

/** For one line or three: white space folded. */
export const folded = (text: string): string => plain(text).replace(/\s+/gu, ' ').trim();
