import type { CommandId } from '../../shared/commands.ts';
import type * as Moves from '../replay/moves.ts';
import { get, set } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import type { Desk } from '../store/state.ts';
import { openThread } from '../store/thread.ts';

const open = async (): Promise<void> => {
  const card = threadInFocus(get());
  if (!card) return;
  const opening = openThread(card.id);
  set({ replay: card.id });
  await opening;
};

const close = (): void => set({ replay: null, wantsFocus: 'pane' });

/** What plays it comes with its pane, not with the first screen. */
const playing = async (run: (moves: typeof Moves) => void): Promise<void> =>
  run(await import('../replay/moves.ts'));

export const replayRun = {
  'thread.replay': open,
  'replay.back': () => playing(({ step }) => step(-1)),
  'replay.next': () => playing(({ step }) => step(1)),
  'replay.first': () => playing(({ goTo }) => goTo(0)),
  'replay.last': () => playing(({ goTo }) => goTo(Infinity)),
  'replay.play': () => playing(({ playOrPause }) => playOrPause()),
  'replay.delay': () => playing(({ toDelay }) => toDelay()),
  'replay.speed1': () => playing(({ setSpeed }) => setSpeed(1)),
  'replay.speed2': () => playing(({ setSpeed }) => setSpeed(10)),
  'replay.speed3': () => playing(({ setSpeed }) => setSpeed(60)),
  'replay.speed4': () => playing(({ setSpeed }) => setSpeed('event')),
  'replay.close': close,
};

const whileReplaying = ({ replay }: Desk): string | null => (replay === null ? '' : null);

export const replayRules: Partial<Record<CommandId, (desk: Desk) => string | null>> = {
  'thread.replay': (desk) => {
    if (desk.replay !== null && desk.region === 'replay') return 'You are looking at its past.';
    return threadInFocus(desk) ? null : 'No thread is in focus.';
  },
  'replay.back': whileReplaying,
  'replay.next': whileReplaying,
  'replay.first': whileReplaying,
  'replay.last': whileReplaying,
  'replay.play': whileReplaying,
  'replay.delay': whileReplaying,
  'replay.speed1': whileReplaying,
  'replay.speed2': whileReplaying,
  'replay.speed3': whileReplaying,
  'replay.speed4': whileReplaying,
  'replay.close': whileReplaying,
};

/** The past can't be changed: why nothing is sent or set while one looks at it. */
export const pastRule = (id: CommandId, changes: boolean, desk: Desk): string | null =>
  desk.replay !== null && desk.region === 'replay' && (changes || alsoChanges.has(id))
    ? 'This is the past: nothing in it can be changed. Esc comes back to the present.'
    : null;

const alsoChanges: ReadonlySet<CommandId> = new Set([
  'change.undo',
  'thread.assign',
  'composer.send',
  'composer.sendAndResolve',
  'composer.sendNow',
  'composer.snippet',
  'composer.attach',
  'composer.emoji',
  'note.add',
  'expert.useAnswer',
]);
