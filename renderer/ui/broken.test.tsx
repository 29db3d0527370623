import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Unbroken } from './broken.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('says what happened in place of an empty window, with the way on in reach of Enter', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const Falls = (): never => {
    throw new Error('a card without a customer');
  };
  render(
    <Unbroken>
      <Falls />
    </Unbroken>,
  );
  expect(screen.getByRole('heading').textContent).toBe('The window could not be drawn');
  expect(screen.getByText('a card without a customer')).toBeDefined();
  expect(document.activeElement?.textContent).toBe('Draw it anew');
});
