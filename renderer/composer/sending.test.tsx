import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import type { OutboxId } from '../../shared/ids.ts';
import type { Draft, Message } from '../../shared/model.ts';
import { blank, get, set } from '../store/desk.ts';
import { leaveDrafts, write } from '../store/drafts.ts';
import { listen } from '../store/events.ts';
import { openThread } from '../store/thread.ts';
import { card, message, outboxItem } from '../testing/cards.ts';
import { fakeDoor, snapshot, type FakeDoor } from '../testing/fake-door.ts';
import { Composer } from './composer.tsx';
import { send } from './send.ts';
import { undoable } from './undo-send.ts';

const maya = card('maya');
const typed = `${'So sorry to hear that, Maya.  '.repeat(12)}\n\n`;
let door: FakeDoor;
let messages: Message[];
let stop = (): void => undefined;

it('knows a second thought from what waits for the network after it was tried', () => {
  const queued = { at: 'queued', notBefore: 9000 } as const;
  const { by } = outboxItem('maya', queued);
  expect(undoable([outboxItem('maya', queued)], by, 2000)).toBeDefined();
  expect(undoable([outboxItem('maya', queued, { attemptAt: 1500 })], by, 2000)).toBeUndefined();
});

const start = async (handlers: FakeDoor['handlers'] = {}): Promise<void> => {
  stop();
  cleanup();
  messages = [message('maya', '1', { text: 'No signal since 6am' })];
  door = fakeDoor([maya], messages, handlers);
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: snapshot().agent, accounts: snapshot().accounts }, true);
  stop = listen(() => undefined);
  await openThread(maya.id);
  render(<Composer card={maya} />);
};
const text = (): string => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Reply/u }).value;

beforeEach(() => start());
afterEach(() => {
  leaveDrafts();
  cleanup();
});

it('shows a long answer as the posts it will be, and sends them as a chain', async () => {
  write(maya.id, 'post', typed);
  const chain = await screen.findByRole('region', { name: 'Goes out as 2 posts' });
  expect(chain.textContent).toContain('1/2');
  expect(chain.textContent).toContain('2/2 ^AB');
  await send();
  const [asked] = door.askedFor('message.reply');
  expect(asked?.text).toMatch(/ 1\/2$/u);
  expect(asked?.rest).toHaveLength(1);
  expect(asked?.rest?.[0]).toMatch(/^So sorry.* 2\/2$/su);
});

it('counts down once it is sent, and undo brings the text back exactly as it was typed, under its id', async () => {
  const id = 'outbox-7' as OutboxId;
  const draft: Draft = {
    threadId: maya.id,
    ...{ kind: 'post', text: 'as it would have left', version: 9, intention: id },
  };
  await start({
    'message.reply': (input) => ({
      seq: 1,
      item: outboxItem('maya', { at: 'queued', notBefore: Date.now() + 9000 }, { id: input.id as OutboxId }),
    }),
    'outbox.cancel': () => ({ seq: 2, draft: { ...draft, intention: sentId() } }),
  });
  const sentId = (): OutboxId => door.askedFor('message.reply')[0]?.id as OutboxId;
  write(maya.id, 'post', typed);
  await send();
  expect(await screen.findByText(/Sending your reply in \ds$/u)).toBeTruthy();
  expect(get().spoken).toMatch(/^Sending in \d seconds/u);
  expect(text()).toBe('');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(text()).toBe(typed));
  expect(get().composing[maya.id]?.intents.post).toBe(sentId());
  expect(screen.queryByText(/Sending your reply/u)).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Reply/u }));
});

it('sends at once when told to', async () => {
  await start({
    'message.reply': (input) => ({
      seq: 1,
      item: outboxItem('maya', { at: 'queued', notBefore: Date.now() + 9000 }, { id: input.id as OutboxId }),
    }),
  });
  write(maya.id, 'post', 'Sorry');
  await send();
  await userEvent.click(await screen.findByRole('button', { name: 'Send now' }));
  expect(door.askedFor('outbox.sendNow')).toHaveLength(1);
});

const movedOn = (input: { sendAnyway?: boolean | undefined }) => {
  if (!input.sendAnyway) throw new AppError('moved-on', 'The customer edited a message. Your text is kept.');
  return { seq: 1, item: outboxItem('maya', { at: 'queued', notBefore: 0 }) };
};

it('shows what came, who answered, what was edited and what was deleted since it was written', async () => {
  await start({
    'message.reply': movedOn,
    'message.versions': () => [{ versionId: '1', text: 'No signal since 6am', seenAt: 1 }],
  });
  write(maya.id, 'post', 'Sorry about that');
  const [first] = messages.splice(0);
  messages.push(
    { ...first!, text: 'It works again, thanks', alteredAt: 5000, revision: 2 },
    message('maya', '2', { text: 'Hello?', arrival: 2, createdAt: 2000 }),
    message('maya', '3', {
      direction: 'out',
      sentBy: 'CD',
      text: 'We are on it',
      arrival: 3,
      createdAt: 3000,
    }),
  );
  await send();
  const alert = await screen.findByRole('alert');
  await waitFor(() => expect(alert.querySelector('del')?.textContent).toBe('No signal since 6am'));
  expect(alert.querySelector('ins')?.textContent).toBe('It works again, thanks');
  expect(alert.textContent).toContain('Hello?');
  expect(alert.textContent).toMatch(/CD answered .*We are on it/u);
  expect(text()).toBe('Sorry about that');
  // The key was pressed twice before anybody could read that.
  await send();
  expect(door.askedFor('message.reply')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));
  await waitFor(() => expect(door.askedFor('message.reply')).toHaveLength(2));
  expect(door.askedFor('message.reply')[1]).toMatchObject({
    sendAnyway: true,
    head: 'x:account:1/post/3',
    alteredSeen: 5000,
  });
});

it('says what is gone without its words, and goes on writing when told to', async () => {
  await start({ 'message.reply': movedOn });
  write(maya.id, 'post', 'Sorry about that');
  const [first] = messages.splice(0);
  messages.push({
    ...first!,
    ...{ text: '', alteredAt: 5000, gone: { at: 5000, because: 'deleted' }, revision: 2 },
  });
  await send();
  const alert = await screen.findByRole('alert');
  await waitFor(() => expect(alert.textContent).toContain('was deleted. Its words are gone here too'));
  await userEvent.click(screen.getByRole('button', { name: 'Go on writing' }));
  expect(screen.queryByRole('alert')).toBeNull();
  // What is sent from here on is compared with the thread as it is now, and overrides nothing.
  await send();
  expect(door.askedFor('message.reply')[1]).toMatchObject({ sendAnyway: false, alteredSeen: 5000 });
});

it('takes an edit for seen only when it was on screen before the first word', async () => {
  write(maya.id, 'post', 'Sorry');
  door.emit('rows.changed', {
    ...{ cards: [], gone: [], outbox: [], notes: [], escalations: [], questions: [] },
    messages: [message('maya', '1', { alteredAt: 7000, revision: 2 })],
  });
  await waitFor(() => expect(get().thread?.messages[0]?.alteredAt).toBe(7000));
  await send();
  expect(door.askedFor('message.reply')[0]?.alteredSeen).toBe(0);
  write(maya.id, 'post', 'Once more');
  await send();
  expect(door.askedFor('message.reply')[1]?.alteredSeen).toBe(7000);
});

it('says what a link costs, and sends without it', async () => {
  write(maya.id, 'post', 'See https://hallam.com/faults for more');
  expect(await screen.findByText(/up to 0\.20 USD instead of 0\.01 USD/u)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Send without the link' }));
  await waitFor(() => expect(door.askedFor('message.reply')[0]?.text).toBe('See for more'));
});
