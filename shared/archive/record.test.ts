import { expect, it } from 'vitest';
import { archiveRecord, end, header, lineOf, recordNames } from './record.ts';

it('reads what a later version has added, and passes over it', () => {
  const line = { record: 'customer', id: 'c', createdAt: 5, mood: 'fine' };
  expect(archiveRecord.parse(line)).toEqual({ record: 'customer', id: 'c', createdAt: 5 });
  expect(
    header.safeParse({ format: 'earshot-archive', version: 7, exportedAt: 1, of: 'search', hasNotes: true })
      .success,
  ).toBe(true);
  expect(header.safeParse({ format: 'something else', version: 1 }).success).toBe(false);
});

it('fills in what need not be told', () => {
  const bare = {
    ...{ record: 'message', id: 'x:account:1/post/9', accountId: 'x:account:1', threadId: 't', kind: 'post' },
    ...{ direction: 'in', remoteId: '9', versionId: '9', authorId: 'x:user:7', text: 'no signal' },
    ...{ createdAt: 1, receivedAt: 2 },
  };
  expect(archiveRecord.parse(bare)).toMatchObject({ gone: null, attachments: [], versions: [], sent: null });
});

it('names every kind of record once, and none of them is the end', () => {
  expect(archiveRecord.options.map(({ shape }) => shape.record.value)).toEqual(recordNames);
  expect(archiveRecord.safeParse({ record: 'end', counts: {} }).success).toBe(false);
  expect(end.parse({ record: 'end', counts: { message: 2 } }).counts).toEqual({ message: 2 });
});

it('is one line, whatever is written in it', () => {
  const line = lineOf({ record: 'end', counts: { 'a\nb': 1 } });
  expect(line.indexOf('\n')).toBe(line.length - 1);
});
