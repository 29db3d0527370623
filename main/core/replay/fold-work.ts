import type { NoteId, OutboxId, QuestionId } from '../../../shared/ids.ts';
import type { Rows } from '../../../shared/replay/story.ts';
import type { Gathering } from './gathering.ts';
import type { ItemKept, rowsOf } from './kept.ts';
import type { Image } from './mentions.ts';

type Kept = ReturnType<typeof rowsOf>;

export const foldNote = (image: Image, { at, did, isMoving, put, hangs }: Gathering, kept: Kept): void => {
  const { is, was } = hangs('notes', image);
  const [id = ''] = image.key;
  const { left, revision } = image;
  if (!is || left === null) return was ? put('notes', id, null) : undefined;
  // What came from another thread says nothing of itself: its row does.
  const row = was || revision === 1 ? undefined : kept.notes.find((one) => one.id === id);
  if (was && !('removed_at' in left)) return;
  const removedAt = left['removed_at'] ?? row?.removed_at ?? null;
  const presence = removedAt === null || Number(removedAt) > at ? 'here' : 'removed';
  put('notes', id, presence);
  if (was || !isMoving) did.push({ did: 'note', id: id as NoteId, is: presence });
};

export const foldQuestion = (
  image: Image,
  { at, did, isMoving, put, hangs }: Gathering,
  kept: Kept,
): void => {
  const { is, was } = hangs('questions', image);
  const [id = ''] = image.key;
  const { left } = image;
  if (!is || left === null) return was ? put('questions', id, null) : undefined;
  const row = kept.questions.find((one) => one.id === id);
  const asItWas = row?.ended_at != null && row.ended_at <= at ? row.state : 'open';
  const state = (left['state'] as Rows['questions'] | undefined) ?? (was ? undefined : asItWas);
  if (state === undefined) return;
  put('questions', id, state);
  if (was || !isMoving) did.push({ did: 'question', id: id as QuestionId, state });
};

export const foldItem = (
  image: Image,
  { did, isMoving, put, hangs }: Gathering,
  before: Rows['items'] | undefined,
  find: (id: string) => ItemKept | undefined,
): void => {
  const { is, was } = hangs('items', image);
  const [id = ''] = image.key;
  const { left } = image;
  if (!is || left === null) return was ? put('items', id, null) : undefined;
  const state = (left['state'] as Rows['items'] | undefined) ?? (was ? undefined : find(id)?.state);
  if (state === undefined || state === before) return;
  put('items', id, state);
  if (was || !isMoving) did.push({ did: 'sending', id: id as OutboxId, state });
};
