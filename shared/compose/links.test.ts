import { expect, it } from 'vitest';
import { withoutLinks } from './links.ts';

it.each([
  ['See https://hallam.com/faults for more', 'See for more'],
  ['See hallam.com/faults.', 'See.'],
  ['See (https://hallam.com) now', 'See now'],
  ['First line\nhttps://hallam.com\nThird line', 'First line\nThird line'],
  ['https://hallam.com', ''],
  ['https://hallam.com and www.hallam.com tell you', 'and tell you'],
  ['No link here', 'No link here'],
])('%j becomes %j', (text, left) => expect(withoutLinks(text)).toBe(left));
