import { act, cleanup, render, screen } from '@testing-library/react';
import { useEffect, useRef } from 'react';
import { afterEach, expect, it } from 'vitest';
import { blank, get, set } from '../store/desk.ts';
import { useWantedFocus } from './use-wanted-focus.ts';

afterEach(cleanup);

const Pane = () => {
  const part = useRef<HTMLDivElement>(null);
  useWantedFocus('pane', part);
  return <div ref={part} tabIndex={-1} title="pane" />;
};
const Field = ({ text = '' }) => {
  const part = useRef<HTMLTextAreaElement>(null);
  useWantedFocus('composer', part);
  return <textarea ref={part} defaultValue={text} />;
};

it('takes the keyboard when it is wanted, and a field goes on at the end of its text', () => {
  set({ ...blank(), wantsFocus: 'composer' }, true);
  render(
    <>
      <Pane />
      <Field text="half a sentence" />
    </>,
  );
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(document.activeElement).toBe(field);
  expect(field.selectionStart).toBe('half a sentence'.length);
  expect(get().wantsFocus).toBeNull();
  act(() => set({ wantsFocus: 'pane' }));
  expect(document.activeElement).toBe(screen.getByTitle('pane'));
});

it('leaves it to whom it was sent on since the pane was drawn', () => {
  set({ ...blank(), wantsFocus: 'pane' }, true);
  // A key between the drawing and the taking.
  const Key = () => {
    useEffect(() => set({ wantsFocus: 'composer' }), []);
    return null;
  };
  render(
    <>
      <Key />
      <Pane />
    </>,
  );
  expect(get().wantsFocus).toBe('composer');
  render(<Field />);
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});
