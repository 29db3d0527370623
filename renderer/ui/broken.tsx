import { Component, type ReactNode } from 'react';
import { Plate } from './plate.tsx';

/**
 * In place of a window whose drawing failed, instead of nothing at all. What was typed is kept by the desk as it is typed, so
 * loading the page again loses nothing.
 */
export class Unbroken extends Component<{ children: ReactNode }, { broken: { words: string } | null }> {
  override state: { broken: { words: string } | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { broken: { words: string } } {
    return { broken: { words: error instanceof Error ? error.message : String(error) } };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === null) return this.props.children;
    return (
      <Plate title="The window could not be drawn">
        <p>Your work is safe: what you typed and sent is on disk, and messages go on coming in.</p>
        <p>
          Should it happen again, tell whoever looks after Earshot these words: <q>{broken.words}</q>
        </p>
        <Plate.Button onPress={() => location.reload()}>Draw it anew</Plate.Button>
      </Plate>
    );
  }
}
