import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { blank, get, set } from '../store/desk.ts';
import { leaveDrafts } from '../store/drafts.ts';
import { listen } from '../store/events.ts';
import { openThread, sawHead } from '../store/thread.ts';
import { card, message, threadId } from '../testing/cards.ts';
import { fakeDoor, snapshot, type FakeDoor } from '../testing/fake-door.ts';
import { Composer } from './composer.tsx';
import { send } from './send.ts';

const maya = card('maya');
const omar = card('omar');
let door: FakeDoor;
let stop = (): void => undefined;

const Open = () => {
  const [id] = [get().thread?.id];
  const shown = id ? get().cards.get(id) : undefined;
  return shown ? <Composer key={shown.id} card={shown} /> : null;
};

const start = async (handlers: FakeDoor['handlers'] = {}): Promise<void> => {
  door = fakeDoor([maya, omar], [message('maya', '1'), message('omar', '2')], handlers);
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: snapshot().agent, accounts: snapshot().accounts }, true);
  stop = listen(() => undefined);
  await openThread(maya.id);
};

beforeEach(() => start());
afterEach(() => {
  leaveDrafts();
  stop();
  cleanup();
  vi.useRealTimers();
});

describe('the composer', () => {
  it('counts as the network does, with the signature reserved', async () => {
    render(<Open />);
    expect(await screen.findByText('4/280')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Reply to @maya' }), 'Hi 👋');
    expect(await screen.findByText('9/280')).toBeTruthy();
  });

  it('saves a draft a moment after the last key, and at once on leaving', async () => {
    render(<Open />);
    await userEvent.type(screen.getByRole('textbox'), 'Hello');
    expect(door.askedFor('draft.save')).toEqual([]);
    await waitFor(() =>
      expect(door.askedFor('draft.save')).toMatchObject([{ threadId: 'maya', kind: 'post', text: 'Hello' }]),
    );
    await userEvent.type(screen.getByRole('textbox'), '!');
    await openThread(omar.id);
    const [first, second] = door.askedFor('draft.save');
    expect(second).toEqual({ ...first, text: 'Hello!' });
    expect(first?.intention).toBe(get().composing[maya.id]?.intents.post);
  });

  it('never shows under one customer what was typed for another, nor in public what was written direct', async () => {
    const view = render(<Open />);
    await userEvent.type(screen.getByRole('textbox'), 'for maya');
    await userEvent.click(screen.getByRole('button', { name: /Direct message/ }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Direct message to @maya' }).value).toBe(
      '',
    );
    await userEvent.type(screen.getByRole('textbox'), 'in private');
    await openThread(omar.id);
    view.rerender(<Open key="omar" />);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to @omar' }).value).toBe('');
    await openThread(maya.id);
    view.rerender(<Open key="maya" />);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('in private');
    expect(get().composing[maya.id]?.texts).toEqual({ post: 'for maya', dm: 'in private', note: '' });
  });

  it('keeps what was typed while the thread was being read', async () => {
    const { write } = await import('../store/drafts.ts');
    const opening = openThread(omar.id);
    write(omar.id, 'post', 'fast fingers');
    await opening;
    expect(get().composing[omar.id]?.texts.post).toBe('fast fingers');
  });

  it('sends what was typed, with one id from the first key on, and the message the agent had seen', async () => {
    render(<Open />);
    await userEvent.type(screen.getByRole('textbox'), 'H');
    const intent = get().composing[maya.id]?.intents.post;
    await userEvent.type(screen.getByRole('textbox'), 'ello');
    await send();
    expect(door.askedFor('message.reply')).toEqual([
      {
        id: intent,
        threadId: 'maya',
        head: 'x:account:1/post/1',
        alteredSeen: 0,
        text: 'Hello',
        rest: [],
        uploads: [],
        sendAnyway: false,
        sendAlike: false,
        thenResolve: false,
      },
    ]);
    expect(get().composing[maya.id]?.texts.post).toBe('');
    expect(get().thread?.outbox).toHaveLength(1);
  });

  it('stops when the thread moved on: keeps the text, marks what is new, and sends only if told to', async () => {
    let asked = 0;
    await start({
      'message.reply': (input) => {
        asked += 1;
        if (!input.sendAnyway) throw new AppError('moved-on', 'The thread moved on.');
        return { seq: 1, item: { ...input, state: { at: 'queued', notBefore: 0 } } as never };
      },
    });
    render(<Open />);
    await userEvent.type(screen.getByRole('textbox'), 'Too late');
    await send();
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Too late');
    expect(get().thread?.newSince).toBe(1);
    await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }));
    await waitFor(() => expect(get().composing[maya.id]?.texts.post).toBe(''));
    expect(asked).toBe(2);
    const [first, second] = door.askedFor('message.reply');
    expect(second?.id).toBe(first?.id);
  });

  it('does not take a message as seen that has only just arrived', async () => {
    sawHead(maya.id, message('maya', '1').id);
    door.emit('rows.changed', {
      cards: [],
      gone: [],
      messages: [message('maya', '9', { createdAt: 2000 })],
      outbox: [],
      notes: [],
      escalations: [],
      questions: [],
    });
    await waitFor(() => expect(get().thread?.messages).toHaveLength(2));
    expect(get().thread?.seenHead).toBe('x:account:1/post/1');
  });

  it('tells that a message was before these eyes too, though a colleague had read it', async () => {
    const asked = () => door.askedFor('thread.read').length;
    const first = message('maya', '1').id;
    const before = asked();
    sawHead(maya.id, first);
    expect(asked()).toBe(before);
    set(({ cards }) => ({ cards: new Map([...cards, [maya.id, { ...maya, isUnread: false }]]) }));
    sawHead(maya.id, message('maya', '9', { createdAt: 2000 }).id);
    sawHead(maya.id, message('maya', '9', { createdAt: 2000 }).id);
    expect(asked()).toBe(before + 1);
  });

  it('says why nothing can be sent, and keeps the text', async () => {
    const [state] = snapshot().accounts;
    set({ accounts: [{ ...state!, account: { ...state!.account, pausedBecause: 'X has locked it.' } }] });
    set((desk) => ({
      composing: {
        ...desk.composing,
        [maya.id]: { ...desk.composing[maya.id]!, texts: { post: 'kept', dm: '' } },
      },
    }));
    render(<Open />);
    expect(screen.getByText(/X has locked it/)).toBeTruthy();
    // It may happen in the middle of a word: who writes goes on writing.
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').readOnly).toBe(false);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
    await send();
    expect(door.askedFor('message.reply')).toEqual([]);
    expect(get().composing[threadId('maya')]?.texts.post).toBe('kept');
  });

  it('refuses what is too long before the network would', async () => {
    render(<Open />);
    const { write } = await import('../store/drafts.ts');
    write(maya.id, 'post', 'word '.repeat(2000));
    await send();
    expect(door.askedFor('message.reply')).toEqual([]);
    expect(get().composing[maya.id]?.stopped?.code).toBe('too-long');
  });
});
