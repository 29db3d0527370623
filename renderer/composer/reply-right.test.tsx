import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { MessageKind, ReplyRight } from '../../shared/model.ts';
import { blank, get, set } from '../store/desk.ts';
import { edit } from '../store/drafts.ts';
import { listen } from '../store/events.ts';
import { openThread } from '../store/thread.ts';
import { card, message } from '../testing/cards.ts';
import { fakeDoor, snapshot } from '../testing/fake-door.ts';
import { Composer } from './composer.tsx';

let stop = (): void => undefined;
afterEach(() => {
  stop();
  cleanup();
});

const show = async (replyRight: ReplyRight, kind: MessageKind) => {
  const maya = card('maya', { replyRight });
  const door = fakeDoor([maya], [message('maya', '1', { permalink: 'https://x.com/maya/status/1' })]);
  window.earshot = door;
  set({ ...blank(), phase: 'open', me: snapshot().agent, accounts: snapshot().accounts }, true);
  stop = listen(() => undefined);
  await openThread(maya.id);
  edit(maya.id, (composing) => ({ ...composing, kind }));
  render(<Composer card={maya} />);
  const names = screen.getAllByRole('button').map(({ textContent }) => textContent ?? '');
  return { door, maya, ways: names.filter((name) => /on X|instead/u.test(name)) };
};

describe('the reply right, before the first word', () => {
  it.each<[ReplyRight, MessageKind, RegExp, string[]]>([
    ['may-reply', 'post', /May reply/u, []],
    ['not-summoned', 'post', /they have not mentioned you/u, ['Open on X', 'Write a DM instead']],
    ['deleted', 'post', /gone from X/u, ['Write a DM instead']],
    ['dm-open', 'post', /Nothing public/u, ['Write a DM instead']],
    ['dm-closed', 'post', /no direct messages/u, ['Open on X']],
    ['encrypted', 'post', /encrypted chat/u, ['Open on X']],
    ['unknown', 'post', /Try: we know then/u, []],
    ['dm-open', 'dm', /take direct messages/u, []],
    ['dm-closed', 'dm', /no direct messages/u, ['Open on X']],
    ['encrypted', 'dm', /encrypted chat/u, ['Open on X']],
    ['may-reply', 'dm', /customer alone/u, []],
  ])('%s for a %s', async (right, kind, line, expected) => {
    const { ways } = await show(right, kind);
    expect(screen.getByText(line)).toBeTruthy();
    expect(ways).toEqual(expected);
  });

  it('leads to what is possible instead', async () => {
    const { door, maya } = await show('not-summoned', 'post');
    await userEvent.click(screen.getByRole('button', { name: 'Open on X' }));
    expect(door.askedFor('link.open')).toEqual([{ url: 'https://x.com/maya/status/1' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Write a DM instead' }));
    expect(get().composing[maya.id]?.kind).toBe('dm');
  });
});
