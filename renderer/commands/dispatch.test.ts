import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blank, get, set } from '../store/desk.ts';
import { startDispatch } from './dispatch.ts';
import { printKey } from './keys.ts';
import { recorded } from './recorded.ts';

let heard: string[] = [];
let stop = (): void => undefined;

beforeEach(() => {
  heard = [];
  set(blank(), true);
  document.body.replaceChildren(
    region('columns', element('article', 'card'), element('button', 'button')),
    region('thread', element('div', 'pane'), region('composer', element('textarea', 'field'))),
  );
  stop = startDispatch((id) => heard.push(id));
});
afterEach(() => stop());

const element = (tag: string, id: string): HTMLElement => Object.assign(document.createElement(tag), { id });

const region = (name: string, ...inside: HTMLElement[]): HTMLElement => {
  const section = element('section', name);
  section.dataset['region'] = name;
  section.append(...inside);
  return section;
};

const press = (
  where: string,
  key: string,
  init: KeyboardEventInit & { altGraph?: boolean } = {},
): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', {
    key,
    code: codeOf(key),
    bubbles: true,
    cancelable: true,
    ...init,
  });
  if (init.altGraph)
    Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' });
  document.getElementById(where)?.dispatchEvent(event);
  return event;
};
const codeOf = (key: string): string => (/^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key);

describe('a key', () => {
  it('becomes the command of the context it is pressed in', () => {
    press('card', 'j');
    press('card', 'Enter');
    press('card', 'i');
    press('field', 'Enter', { ctrlKey: true });
    press('field', 'Escape');
    press('pane', 'Escape');
    expect(heard).toEqual([
      'card.down',
      'thread.open',
      'thread.claim',
      'composer.send',
      'composer.leave',
      'thread.back',
    ]);
  });

  it('types while typing: no single key acts in a text field', () => {
    for (const key of ['j', 'i', 'e', 'z', '?', '.', ';', '1', ' ', 'Enter', 'ArrowDown', 'Home'])
      press('field', key);
    expect(heard).toEqual([]);
    press('field', 'k', { ctrlKey: true });
    expect(heard).toEqual(['palette.open']);
  });

  it('belongs to the input method while it composes', () => {
    press('card', 'j', { isComposing: true });
    press('card', 'j', { keyCode: 229 });
    press('card', 'Process', { code: 'KeyJ' });
    expect(heard).toEqual([]);
  });

  it('means nothing with Alt or AltGr, which type letters', () => {
    press('card', 'ą', { code: 'KeyA', altKey: true });
    press('card', 'ę', { code: 'KeyE', altGraph: true });
    press('card', 'e', { altKey: true });
    press('card', 'k', { ctrlKey: true, altKey: true });
    expect(heard).toEqual([]);
  });

  it('works by its place on a keyboard of another script', () => {
    press('card', 'о', { code: 'KeyJ' });
    expect(heard).toEqual(['card.down']);
  });

  it('repeats for moves only', () => {
    press('card', 'j', { repeat: true });
    press('card', 'e', { repeat: true });
    press('card', 'z', { repeat: true });
    expect(heard).toEqual(['card.down']);
  });

  it('leaves Enter and Space to a button', () => {
    press('button', 'Enter');
    press('button', ' ', { code: 'Space' });
    press('button', 'j');
    expect(heard).toEqual(['card.down']);
  });

  it('gives Home to the columns as soon as Esc has sent the keyboard there', () => {
    set({ region: 'columns' });
    press('pane', 'Home');
    expect(heard).toEqual(['card.first']);
  });

  it('scrolls the pane with arrows and page keys, and still moves with letters', () => {
    set({ region: 'thread' });
    for (const key of ['ArrowDown', 'PageDown', 'End', 'Home']) press('pane', key);
    press('pane', ' ', { code: 'Space' });
    press('pane', 'j');
    expect(heard).toEqual(['card.down']);
  });

  it('is switched off with all single keys, which leaves arrows, Enter and chords', () => {
    set((desk) => ({ settings: { ...desk.settings, singleKeys: false } }));
    for (const key of ['j', 'i', '?', '.', '1', ';']) press('card', key);
    press('card', 'ArrowDown');
    press('card', 'Enter');
    press('card', 'k', { ctrlKey: true });
    expect(heard).toEqual(['card.down', 'thread.open', 'palette.open']);
  });

  it('is left alone when someone has dealt with it, and under a dialog', () => {
    document
      .getElementById('card')
      ?.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    press('card', 'j');
    set({ overlay: 'help' });
    press('card', 'j');
    expect(heard).toEqual([]);
  });
});

describe('a dialog that is not on screen yet', () => {
  it('keeps what is typed for the palette', () => {
    set({ overlay: 'palette' });
    for (const key of ['C', 'l', ' ', 'j', ';']) expect(press('card', key).defaultPrevented).toBe(true);
    press('card', 'Shift');
    press('card', 'Backspace');
    press('card', 'a', { isComposing: true });
    expect(get()).toMatchObject({ query: 'Cl j', isChosenAhead: false });
    expect(press('card', 'Enter').defaultPrevented).toBe(true);
    press('card', 'x');
    expect(get()).toMatchObject({ query: 'Cl j', isChosenAhead: true });
    expect(heard).toEqual([]);
  });

  it('takes nothing from its field once it is there', () => {
    const dialog = document.createElement('dialog');
    dialog.append(element('input', 'query'));
    document.body.append(dialog);
    set({ overlay: 'palette' });
    expect(press('query', 'c').defaultPrevented).toBe(false);
    expect(get().query).toBe('');
  });

  it('is taken back with Esc, and the next key is heard', () => {
    for (const overlay of ['palette', 'help'] as const) {
      set({ overlay });
      press('card', 'Escape');
      expect(get().overlay).toBeNull();
    }
    press('card', 'j');
    expect(heard).toEqual(['card.down']);
  });
});

describe('a sequence', () => {
  it('is said while it waits, and runs with its last key', () => {
    set({ desk: 'mine' });
    press('card', 'g');
    expect([heard, get().sequence]).toEqual([[], 'G']);
    press('card', 'Shift');
    press('card', 'q');
    expect([heard, get().sequence]).toEqual([['desk.triage'], '']);
  });

  it('does nothing after a slip, and the next key is heard again', () => {
    press('card', 'g');
    expect(press('card', 'i').defaultPrevented).toBe(true);
    expect([heard, get().sequence]).toEqual([[], '']);
    press('card', 'e');
    expect(heard).toEqual(['thread.resolve']);
  });

  it('is given up after a second, and by typing', () => {
    vi.useFakeTimers();
    press('card', 'g');
    vi.advanceTimersByTime(1100);
    vi.useRealTimers();
    press('card', 'e');
    press('card', 'g');
    expect(press('field', 'q').defaultPrevented).toBe(false);
    expect([heard, get().sequence]).toEqual([['thread.resolve'], '']);
  });

  it('works by place on another script, and not at all with single keys off', () => {
    press('card', 'п', { code: 'KeyG' });
    press('card', 'й', { code: 'KeyQ' });
    set((desk) => ({ settings: { ...desk.settings, singleKeys: false } }));
    press('card', 'g');
    expect([heard, get().sequence]).toEqual([['desk.triage'], '']);
  });
});

describe('a remapped key', () => {
  it('takes the place of the declared one', () => {
    set((desk) => ({ settings: { ...desk.settings, keys: { 'thread.claim': ['Q', 'Mod+J'] } } }));
    press('card', 'i');
    press('card', 'q');
    press('field', 'j', { ctrlKey: true });
    expect(heard).toEqual(['thread.claim', 'thread.claim']);
  });
});

describe('the recorder', () => {
  const record = (key: string, init: KeyboardEventInit = {}): string | null =>
    recorded(new KeyboardEvent('keydown', { key, code: codeOf(key), ...init }), 'linux');
  it('writes what was pressed as the registry does', () => {
    expect(record('j')).toBe('J');
    expect(record('J', { shiftKey: true })).toBe('Shift+J');
    expect(record('?', { shiftKey: true, code: 'Slash' })).toBe('?');
    expect(record('k', { ctrlKey: true })).toBe('Mod+K');
    expect(record('P', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+P');
    expect(record(' ', { shiftKey: true })).toBe('Shift+Space');
    expect(record('о', { code: 'KeyJ' })).toBe('J');
    expect(record('ą', { altKey: true, code: 'KeyA' })).toBe('Alt+ą');
    expect(record('k', { metaKey: true })).toBe('Meta+K');
  });
  it('waits while only modifiers are down', () => {
    expect([
      record('Shift', { shiftKey: true }),
      record('Control'),
      record('j', { isComposing: true }),
    ]).toEqual([null, null, null]);
  });
});

describe('the registry', () => {
  it('prints keys as people read them', () => {
    expect(printKey('Mod+K', 'linux')).toBe('Ctrl+K');
    expect(printKey('Mod+Shift+Enter', 'mac')).toBe('⌘⇧↵');
    expect(printKey('.', 'windows')).toBe('.');
    expect(printKey('Escape', 'windows')).toBe('Esc');
    expect(printKey('Shift+Space', 'linux')).toBe('Shift+Space');
    expect(printKey('G Q', 'mac')).toBe('G Q');
  });
});
