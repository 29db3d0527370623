import { commands, type CommandId } from '../../shared/commands.ts';
import { get, set } from '../store/desk.ts';
import { whyNot } from './available.ts';
import { contextOf, isPressable, isTyping, reachOf, scrolls } from './context.ts';
import { bindingsFor, isPressed, type Binding } from './keys.ts';
import { takeForSearch } from './search.ts';

type Run = (id: CommandId) => void;

/** So long the second key of a sequence is waited for. */
const patienceMs = 1000;

/** The one place where a key becomes a command. */
export const startDispatch = (run: Run): (() => void) => {
  const sequence = createSequence();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (takeAhead(event)) return event.preventDefault();
    if (event.defaultPrevented || isComposing(event) || isModifier(event)) return;
    // What is typed is never part of a sequence, however soon after its first key.
    if (isTyping(event.target) || get().overlay !== null) sequence.end();
    const { begun, candidates } = sequence.state();
    const { ids, longer } = findBindings(event, begun, candidates);
    const id = ids.find((one) => whyNot(one, get()) !== '') ?? ids[0];
    if (id !== undefined || longer.length > 0 || begun > 0) {
      event.preventDefault();
      event.stopPropagation();
    }
    // A key that continues nothing ends the sequence and does nothing else: `G` and a slip must not resolve a thread.
    if (id !== undefined || longer.length === 0) sequence.end();
    else sequence.go(longer, begun + 1);
    if (id !== undefined) run(id);
  };
  const onBlur = (): void => sequence.end();
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('blur', onBlur);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
    window.removeEventListener('blur', onBlur);
    sequence.end();
  };
};

/** What is under way: how many chords were pressed, and what they could become. */
type Sequence = {
  state(): { begun: number; candidates: readonly Binding[] };
  go(candidates: readonly Binding[], begun: number): void;
  end(): void;
};

const createSequence = (): Sequence => {
  let state: ReturnType<Sequence['state']> = { begun: 0, candidates: [] };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(timer);
    state = { begun: 0, candidates: [] };
    if (get().sequence !== '') set({ sequence: '' });
  };
  return {
    state: () => state,
    go(candidates, begun) {
      clearTimeout(timer);
      state = { begun, candidates };
      const pressed = (candidates[0]?.key ?? '').split(' ').slice(0, begun).join(' ');
      set({ sequence: pressed });
      timer = setTimeout(end, patienceMs);
    },
    end,
  };
};

/** Between a dialog's key and its field on screen, what is typed is kept for the palette, Enter too, and Esc takes it back. */
const takeAhead = (event: KeyboardEvent): boolean => {
  const { overlay, query, isChosenAhead } = get();
  if (!event.defaultPrevented && !isComposing(event) && !isTyping(event.target) && takeForSearch(event))
    return true;
  if (overlay === null || event.defaultPrevented || isComposing(event) || isInDialog(event.target))
    return false;
  if (event.key === 'Escape') {
    set({ overlay: null });
    return true;
  }
  if (overlay !== 'palette' || isChosenAhead) return false;
  const isTyped = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey;
  if (isTyped) set({ query: query + event.key });
  else if (event.key === 'Backspace') set({ query: [...query].slice(0, -1).join('') });
  else if (event.key === 'Enter') set({ isChosenAhead: true });
  else return false;
  return true;
};

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog') !== null;

/** The commands a key means here and now, innermost first, and the sequences it may be a part of. */
const findBindings = (
  event: KeyboardEvent,
  begun: number,
  candidates: readonly Binding[],
): { ids: CommandId[]; longer: readonly Binding[] } => {
  const { platform, settings, overlay, region } = get();
  const none = { ids: [], longer: [] };
  if (isAlt(event)) return none;
  // A dialog has its own keys; only the palette's can also close it.
  if (overlay !== null && !(event.ctrlKey || event.metaKey)) return none;
  const context = contextOf(event.target);
  const typing = isTyping(event.target);

  const isReachable = ({ id, chords, isSingle }: Binding): boolean => {
    const { when, group } = commands[id];
    const chord = chords[0];
    const name = chord?.key ?? '';
    if (overlay !== null && id !== 'palette.open') return false;
    if (!reachOf(context).includes(when)) return false;
    // F6 types nothing.
    const isSafe = chord?.ctrl || chord?.meta || name === 'Escape' || /^F\d+$/u.test(name);
    if (typing && !isSafe) return false;
    if (isSingle && !settings.singleKeys) return false;
    if (event.repeat && (group !== 'Move' || chords.length > 1)) return false;
    // After Esc the keyboard is on its way to the columns before the focus is: Home is theirs by then.
    const isReading = context === 'thread' && region !== 'columns';
    if (isReading && scrolls(id, name)) return false;
    return !(isPressable(event.target) && ['Enter', 'Space'].includes(name) && !chord?.ctrl);
  };

  const possible = begun > 0 ? candidates : bindingsFor(platform, settings.keys);
  const found = possible.filter((binding) => {
    const chord = binding.chords[begun];
    return chord !== undefined && isReachable(binding) && isPressed(event, chord, platform);
  });
  const order = reachOf(context);
  found.sort((a, b) => order.indexOf(commands[a.id].when) - order.indexOf(commands[b.id].when));
  return {
    ids: found.filter(({ chords }) => chords.length === begun + 1).map(({ id }) => id),
    longer: found.filter(({ chords }) => chords.length > begun + 1),
  };
};

const isModifier = ({ key }: KeyboardEvent): boolean =>
  ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(key);

// 229: a key the input method is still working on, in engines that do not say isComposing.
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Alt and AltGr type letters (ą ę ś): nothing of ours may sit on them. */
const isAlt = (event: KeyboardEvent): boolean => event.altKey || event.getModifierState('AltGraph');
