import { commands, type CommandId } from '../../shared/commands.ts';
import { get, set } from '../store/desk.ts';
import { contextOf, isPressable, isTyping, reachOf, scrolls } from './context.ts';
import { chordsFor, isPressed, type Chord } from './keys.ts';

type Run = (id: CommandId) => void;

/** The one place where a key becomes a command. */
export const startDispatch = (run: Run): (() => void) => {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (takeAhead(event)) return event.preventDefault();
    const id = findCommand(event);
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    run(id);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
};

/** Between a dialog's key and its field on screen, what is typed is kept for the palette, and Esc takes it back. */
const takeAhead = (event: KeyboardEvent): boolean => {
  const { overlay, query } = get();
  if (overlay === null || event.defaultPrevented || isComposing(event) || isInDialog(event.target))
    return false;
  if (event.key === 'Escape') {
    set({ overlay: null });
    return true;
  }
  const isTyped = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey;
  if (overlay !== 'palette' || !isTyped) return false;
  set({ query: query + event.key });
  return true;
};

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog') !== null;

/** The command a key means here and now, if any. */
export const findCommand = (event: KeyboardEvent): CommandId | undefined => {
  if (event.defaultPrevented || isComposing(event) || isAlt(event)) return undefined;
  const { platform, settings, overlay, region } = get();
  // A dialog has its own keys; only the palette's can also close it.
  if (overlay !== null && !(event.ctrlKey || event.metaKey)) return undefined;
  const context = contextOf(event.target);
  const typing = isTyping(event.target);

  const isReachable = (chord: Chord): boolean => {
    const { when, group } = commands[chord.id];
    if (overlay !== null && chord.id !== 'palette.open') return false;
    if (!reachOf(context).includes(when)) return false;
    if (typing && !isSafeWhileTyping(chord)) return false;
    if (chord.isSingle && !settings.singleKeys) return false;
    if (event.repeat && group !== 'Move') return false;
    // After Esc the keyboard is on its way to the columns before the focus is: Home is theirs by then.
    const isReading = context === 'thread' && region !== 'columns';
    if (isReading && scrolls(chord.id, chord.parsed.key ?? '')) return false;
    return !(
      isPressable(event.target) &&
      ['Enter', 'Space'].includes(chord.parsed.key ?? '') &&
      !chord.parsed.ctrl
    );
  };

  const found = chordsFor(platform).filter(
    (chord) => isReachable(chord) && isPressed(event, chord, platform),
  );
  const order = reachOf(context);
  found.sort((a, b) => order.indexOf(commands[a.id].when) - order.indexOf(commands[b.id].when));
  return found[0]?.id;
};

const isSafeWhileTyping = ({ parsed }: Chord): boolean =>
  parsed.ctrl || parsed.meta || parsed.key === 'Escape';

// 229: a key the input method is still working on, in engines that do not say isComposing.
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Alt and AltGr type letters (ą ę ś): nothing of ours may sit on them. */
const isAlt = (event: KeyboardEvent): boolean => event.altKey || event.getModifierState('AltGraph');
