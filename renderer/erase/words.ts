import type { ErasedThing } from '../../shared/api/erase.ts';

/** What there is of somebody, as it follows a number: one, many. */
export const thingWords: Record<ErasedThing, readonly [one: string, many: string]> = {
  threads: ['thread', 'threads'],
  messages: ['post of theirs', 'posts of theirs'],
  directs: ['direct message', 'direct messages'],
  answers: ['public answer to them', 'public answers to them'],
  versions: ['earlier version of an edited post', 'earlier versions of edited posts'],
  notes: ['note of colleagues', 'notes of colleagues'],
  numbers: ['telephone number', 'telephone numbers'],
  calls: ['promised call, with what was noted', 'promised calls, with what was noted'],
  drafts: ['draft', 'drafts'],
  unsent: ['answer that has not left, and never will', 'answers that have not left, and never will'],
  questions: ['question to a colleague', 'questions to colleagues'],
  attachments: ['attachment', 'attachments'],
  context: ['post above somebody else’s thread', 'posts above somebody else’s threads'],
  found: ['entry of the search index', 'entries of the search index'],
  copies: [
    'backup or copy of the whole desk: they can’t be changed, so all of them go',
    'backups and copies of the whole desk: they can’t be changed, so all of them go',
  ],
  pictures: [
    'picture kept for a day; others come back when looked at',
    'pictures kept for a day; those of others come back when looked at',
  ],
};

export const stays = [
  'That there were these threads: how many messages, and when. No words, no names, nobody’s number.',
  'What is on the network stays on the network: their posts, and what we answered there.',
  'Copies of files that somebody made elsewhere: this desk does not know of them.',
  'Where others wrote their handle, it reads @erased. What else others wrote stays theirs.',
] as const;
