import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import type { UploadId } from '../../shared/ids.ts';
import type { Upload } from '../../shared/model.ts';
import { Composer } from '../composer/composer.tsx';
import { send } from '../composer/send.ts';
import { blank, get, set } from '../store/desk.ts';
import { leaveDrafts, write } from '../store/drafts.ts';
import { listen } from '../store/events.ts';
import { openThread } from '../store/thread.ts';
import { accountId, card, me, message } from '../testing/cards.ts';
import { fakeDoor, snapshot, type FakeDoor } from '../testing/fake-door.ts';

const maya = card('maya');
let door: FakeDoor;
let stop = (): void => undefined;
let fails = 0;

const upload = (name: string, over: Partial<Upload> = {}): Upload => ({
  id: name as UploadId,
  threadId: maya.id,
  accountId,
  by: me,
  ...{ messageKind: 'post', outboxId: null, position: 0, kind: 'photo', name, mime: 'image/png' },
  ...{ bytes: 10, altText: '', state: { at: 'kept' }, revision: 1 },
  ...over,
});

const start = async (uploads: Upload[] = []): Promise<void> => {
  stop();
  cleanup();
  const coming = new Map<string, Upload>();
  door = fakeDoor([maya], [message('maya', '1')], {
    'upload.begin': ({ name }) => {
      const id = `u-${name}` as UploadId;
      coming.set(id, upload(name, { id, position: coming.size }));
      return { id, pieceBytes: 4 };
    },
    'upload.append': ({ id, from, data }) => {
      if (fails-- > 0) throw new AppError('disk', 'The disk is full. Free some space, then try again.');
      const received = from + (data as Uint8Array).byteLength;
      return { received, upload: received >= 10 ? (coming.get(id) ?? null) : null };
    },
    'upload.describe': ({ id, altText }) => ({ ...(coming.get(id) ?? upload(id)), altText }),
    'upload.remove': () => ({ seq: 1 }),
    'upload.order': () => ({ seq: 1 }),
    'upload.read': () => new Uint8Array(10),
  });
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: snapshot().agent, accounts: snapshot().accounts }, true);
  stop = listen(() => undefined);
  await openThread(maya.id);
  set(({ thread }) => ({ thread: thread && { ...thread, uploads } }));
  render(<Composer card={maya} />);
};

const file = (name: string, type = 'image/png'): File => new File(['0123456789'], name, { type });
const paste = (...files: File[]): void =>
  void fireEvent.paste(screen.getByRole('textbox', { name: /Reply/u }), {
    clipboardData: { files, types: ['Files'] },
  });

beforeEach(() => {
  fails = 0;
  return start();
});
afterEach(() => {
  leaveDrafts();
  cleanup();
});

it('brings what is pasted to the disk piece by piece, and attaches it', async () => {
  paste(file('mast.png'));
  expect(await screen.findByLabelText('Describe mast.png for those who can’t see it')).toBeTruthy();
  expect(door.askedFor('upload.append').map(({ from }) => from)).toEqual([0, 4, 8]);
  expect(get().arriving).toEqual([]);
});

it('refuses in words what does not go together, and attaches the rest', async () => {
  paste(file('a.png'), file('b.gif', 'image/gif'), file('c.exe', 'application/x-msdownload'));
  await screen.findByLabelText(/Describe a\.png/u);
  expect(get().notices.map(({ text }) => text)).toEqual([
    expect.stringContaining('b.gif was not attached: a GIF or a film goes alone'),
    expect.stringContaining('c.exe was not attached: X takes PNG'),
  ]);
});

it('says why a file did not come, keeps the message from leaving, and tries again when told to', async () => {
  fails = 1;
  paste(file('mast.png'));
  expect(await screen.findByText(/The disk is full/u)).toBeTruthy();
  write(maya.id, 'post', 'Here it is');
  await send({ undescribed: true });
  expect(get().composing[maya.id]?.stopped?.message).toContain('mast.png is not attached');
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(await screen.findByLabelText(/Describe mast\.png/u)).toBeTruthy();
});

it('asks for words before it sends a picture, and sends without them when told to', async () => {
  await start([upload('one'), upload('two', { position: 1 })]);
  write(maya.id, 'post', 'Here it is');
  await send();
  expect(door.askedFor('message.reply')).toEqual([]);
  const first = screen.getByLabelText(/Describe one/u);
  await waitFor(() => expect(document.activeElement).toBe(first));
  await userEvent.type(first, 'A mast in the snow');
  await userEvent.tab();
  expect(door.askedFor('upload.describe')).toEqual([{ id: 'one', altText: 'A mast in the snow' }]);
  await userEvent.click(screen.getByRole('button', { name: 'Send without descriptions' }));
  await waitFor(() => expect(door.askedFor('message.reply')[0]?.uploads).toEqual(['one', 'two']));
  await waitFor(() => expect(get().thread?.uploads).toEqual([]));
});

it('changes their order and removes one, by the keyboard', async () => {
  await start([upload('one'), upload('two', { position: 1 })]);
  screen.getByRole('button', { name: 'two: one place earlier' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(door.askedFor('upload.order')).toEqual([{ ids: ['two', 'one'] }]);
  const list = screen.getByRole('list', { name: 'Attached' });
  await waitFor(() => expect(within(list).getAllByRole('listitem')[0]?.textContent).toContain('two'));
  screen.getByRole('button', { name: 'Remove two' }).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
  expect(door.askedFor('upload.remove')).toEqual([{ id: 'two' }]);
});

it('keeps the pictures of a direct message apart from those of an answer', async () => {
  await start([upload('public'), upload('private', { messageKind: 'dm' })]);
  expect(screen.queryByLabelText(/Describe private/u)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /Direct message/u }));
  expect(screen.getByLabelText(/Describe private/u)).toBeTruthy();
  expect(screen.queryByLabelText(/Describe public/u)).toBeNull();
});
