import { act, cleanup, render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { ahead } from './ahead.tsx';

afterEach(cleanup);

const Part = ({ name }: { name: string }) => <p>the part of {name}</p>;

it('shows what was fetched ahead at once, and what was not as soon as it is there', async () => {
  let arrive = (_part: typeof Part): void => undefined;
  const fetched = new Promise<typeof Part>((resolve) => (arrive = resolve));
  const { View, load } = ahead(
    () => fetched,
    ({ name }: { name: string }) => <p>waiting for {name}</p>,
  );
  const { rerender, unmount } = render(<View name="ann" />);
  expect(screen.getByText('waiting for ann')).toBeDefined();
  rerender(<View name="bo" />);
  await act(async () => {
    arrive(Part);
    await load();
  });
  expect(screen.getByText('the part of bo')).toBeDefined();
  unmount();
  render(<View name="cy" />);
  expect(screen.getByText('the part of cy')).toBeDefined();
});

class Boundary extends Component<{ children: ReactNode }, { said: string }> {
  override state = { said: '' };
  static getDerivedStateFromError(error: unknown): { said: string } {
    return { said: String(error) };
  }
  override render(): ReactNode {
    return this.state.said === '' ? this.props.children : <p>{this.state.said}</p>;
  }
}

it('hands what could not be fetched to whoever tells of what is broken', async () => {
  const { View } = ahead<{ name: string }>(() => Promise.reject(new Error('no such file')));
  render(
    <Boundary>
      <View name="ann" />
    </Boundary>,
  );
  expect(await screen.findByText('Error: no such file')).toBeDefined();
});
