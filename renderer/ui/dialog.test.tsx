import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { blank, get, set, useDesk } from '../store/desk.ts';
import { Dialog } from './dialog.tsx';

const Help = () => {
  const isOpen = useDesk(({ overlay }) => overlay === 'help');
  return (
    <>
      <button type="button">Card</button>
      {isOpen && (
        <Dialog title="All keys">
          <input aria-label="Inside" onKeyDown={(event) => event.stopPropagation()} />
        </Dialog>
      )}
    </>
  );
};

beforeEach(() => {
  set(blank(), true);
  // A document without layout has no top layer either.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});
afterEach(cleanup);

it('is closed with Esc at once, whatever is inside does with it, and gives the focus back', async () => {
  render(<Help />);
  const card = screen.getByRole('button', { name: 'Card' });
  card.focus();
  set({ overlay: 'help' });
  const inside = await screen.findByRole('textbox', { name: 'Inside' });
  inside.focus();
  fireEvent.keyDown(inside, { key: 'Escape' });
  expect(get().overlay).toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(card);
});
