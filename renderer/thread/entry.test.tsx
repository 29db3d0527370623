import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { imageAddress } from '../../shared/image.ts';
import type { Message } from '../../shared/model.ts';
import { defaultSettings } from '../../shared/settings-default.ts';
import { blank, get, set } from '../store/desk.ts';
import { message } from '../testing/cards.ts';
import { fakeDoor, type FakeDoor } from '../testing/fake-door.ts';
import { Entry } from './entry.tsx';

let door: FakeDoor;

const show = (over: Partial<Message>): string => {
  cleanup();
  const { container } = render(<Entry message={message('maya', '1', over)} place="talk" />);
  return container.textContent ?? '';
};

beforeEach(() => {
  door = fakeDoor();
  window.earshot = door;
  set({ ...blank(), phase: 'open' }, true);
});
afterEach(cleanup);

it('says of what is gone why and since when, and nothing else of it', () => {
  const at = new Date(2026, 10, 21, 14, 3).getTime();
  const said = show({ text: '', gone: { at, because: 'suspended' }, isEdited: true });
  expect(said).toContain(
    'Gone with its account, which X suspended, seen 14:03. Its words are gone here too.',
  );
  expect(screen.queryByRole('button')).toBeNull();
});

it('asks for what an edited message said before only when somebody wants to know', async () => {
  door.handlers['message.versions'] = () => [
    { versionId: '1', text: 'No signal', seenAt: 1000 },
    { versionId: '2', text: 'No signal in LS1', seenAt: 2000 },
  ];
  show({ text: 'No signal in LS1', isEdited: true, alteredAt: 2000 });
  expect(door.askedFor('message.versions')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: /^Edited by its author/u }));
  expect((await screen.findByRole('list')).textContent).toContain('No signal');
  // What it says now stands above already.
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});

it('shows polls with their votes, pages by the host they lead to, and a quoted post or that there is none', () => {
  const said = show({
    extras: {
      poll: {
        options: [
          { label: 'The mast', votes: 3 },
          { label: 'The line', votes: 1 },
        ],
        endsAt: null,
      },
      cards: [{ url: 'https://www.hallam.example/status/today', title: 'Status', description: 'All up' }],
      quoted: { remoteId: '7', handle: null, text: null, createdAt: null },
    },
  });
  expect(said).toContain('Poll · 4 votes when it was read');
  expect(said).toContain('3 · 75 %');
  expect(screen.getByRole('link').textContent).toContain('hallam.example');
  expect(said).toContain('Quotes a post');
  expect(said).toContain('Not available');
});

it('loads no picture before it is wanted, and only through the desk', async () => {
  const attachments = [{ kind: 'photo', url: 'https://pbs.example/1.jpg', altText: 'A mast' } as const];
  expect(show({ attachments })).toContain('A mast');
  expect(document.querySelector('img')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show picture' }));
  expect(document.querySelector('img')?.getAttribute('src')).toBe(imageAddress('https://pbs.example/1.jpg'));
  await userEvent.click(screen.getByRole('button', { name: 'Photo: A mast. Show it larger' }));
  expect(get().overlay).toBe('picture');

  set({ settings: { ...defaultSettings, columns: [], showImages: true } });
  show({ attachments });
  expect(document.querySelector('img')).not.toBeNull();
});
