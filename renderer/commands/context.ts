import type { Command, Context } from '../../shared/commands.ts';
import { commands, type CommandId } from '../../shared/commands.ts';
import { reach } from '../../shared/keys.ts';

export const reachOf = (context: Context): readonly Context[] => reach[context];

/**
 * Regions are marked in the page: `data-region` on the pane, the composer, the columns. Where nothing has the keyboard it is
 * the desk's.
 */
export const contextOf = (target: EventTarget | null): Context => {
  const marked = target instanceof Element ? target.closest<HTMLElement>('[data-region]') : null;
  const desk = target === document.body ? document.querySelector<HTMLElement>('main[data-region]') : null;
  const region = (marked ?? desk)?.dataset['region'];
  return region === 'composer' ||
    region === 'note' ||
    region === 'thread' ||
    region === 'everywhere' ||
    region === 'phones' ||
    region === 'outbox' ||
    region === 'scheduled' ||
    region === 'team' ||
    region === 'review' ||
    region === 'audit' ||
    region === 'replay' ||
    region === 'search'
    ? region
    : 'columns';
};

export const isTyping = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  ) {
    return true;
  }
  return (
    target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'submit'].includes(target.type)
  );
};

/** Enter and Space belong to the button or link that has the focus. */
export const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a[href], summary, hr') !== null;

/** In the pane, arrows and page keys scroll what is read; letters still move in the columns. */
export const scrolls = (id: CommandId, key: string): boolean => {
  const command: Command = commands[id];
  return command.when === 'columns' && [...key].length > 1;
};
