import type { CsvMapping } from '../../../shared/import/mapping.ts';
import { readTime } from '../../../shared/import/time.ts';
import type { MessageKind, Ms } from '../../../shared/model.ts';
import { nameOf, storable } from './text.ts';

/** A row of a table in our words, with names as the file has them. */
export type CsvRow = {
  row: number;
  id: string | null;
  author: string;
  name: string | null;
  to: string | null;
  replyTo: string | null;
  brand: string | null;
  /** Null: the table does not say. */
  isIn: boolean | null;
  kind: MessageKind;
  text: string;
  isCut: boolean;
  at: Ms;
  lang: string | null;
};

/** The row, or why it can't be taken, in words without anything that stands in it. */
export const readRow = (cells: readonly string[], row: number, mapping: CsvMapping): CsvRow | string => {
  const { columns } = mapping;
  const cell = (field: keyof CsvMapping['columns']): string => {
    const at = columns[field];
    return at === undefined ? '' : (cells[at] ?? '').trim();
  };
  const orNull = (text: string): string | null => (text === '' ? null : text.slice(0, 200));
  const author = personOf(cell('author'));
  if (author === '') return 'It has no author.';
  if (columns.text !== undefined && cells.length <= columns.text) return 'It has fewer cells than the heads.';
  const { text, isCut } = storable(cell('text'));
  if (text.trim() === '') return 'It has no text.';
  const at = readTime(cell('time'), mapping.timeForm, mapping.zone);
  if (at === null) return 'Its time can’t be read.';
  return {
    ...{ row, author, text, isCut, at },
    id: orNull(cell('id')),
    name: orNull(nameOf(cell('name'))),
    to: orNull(personOf(cell('to'))),
    // A list of several stands for those that answer it; what it answers is one.
    replyTo: orNull(cell('replyTo').split(',')[0] ?? ''),
    brand: orNull(personOf(cell('brand'))),
    isIn: directionOf(cell('inbound')),
    kind: /^(?:dm|direct|direct[ _-]message|private|pm)s?$/iu.test(cell('kind')) ? 'dm' : 'post',
    lang: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(cell('lang')) ? cell('lang') : null,
  };
};

/** A handle with or without its sign is the same person; what a file calls nobody by is empty. */
export const personOf = (written: string): string => nameOf(written).replace(/^@/u, '').trim();

const directionOf = (written: string): boolean | null => {
  if (/^(?:true|in|inbound|incoming|received|1|yes|customer)$/iu.test(written)) return true;
  if (/^(?:false|out|outbound|outgoing|sent|0|no|brand|agent)$/iu.test(written)) return false;
  return null;
};
