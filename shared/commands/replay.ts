import { define } from './command.ts';

/** A thread as it happened: to and fro in its past. */
export const replayCommands = define({
  'thread.replay': {
    title: 'Replay: this thread as it happened',
    keys: ['Shift+R'],
    when: 'thread',
    group: 'Archive',
  },
  'replay.back': {
    title: 'What happened before',
    keys: ['ArrowLeft', 'H', 'K', 'ArrowUp'],
    when: 'replay',
    group: 'Move',
    isKeyOnly: true,
  },
  'replay.next': {
    title: 'What happened next',
    keys: ['ArrowRight', 'L', 'J', 'ArrowDown'],
    when: 'replay',
    group: 'Move',
    hint: 'step',
    isKeyOnly: true,
  },
  'replay.first': { title: 'The beginning', keys: ['Home'], when: 'replay', group: 'Move', isKeyOnly: true },
  'replay.last': { title: 'The end', keys: ['End'], when: 'replay', group: 'Move', isKeyOnly: true },
  'replay.play': { title: 'Play, or pause', keys: ['Space'], when: 'replay', group: 'Archive', hint: 'play' },
  'replay.delay': {
    title: 'Go to the delay that missed the deadline',
    keys: ['B'],
    when: 'replay',
    group: 'Archive',
    hint: 'the delay',
  },
  'replay.speed1': { title: 'Play as fast as it was', keys: ['1'], when: 'replay', group: 'Archive' },
  'replay.speed2': { title: 'Play ten times as fast', keys: ['2'], when: 'replay', group: 'Archive' },
  'replay.speed3': { title: 'Play sixty times as fast', keys: ['3'], when: 'replay', group: 'Archive' },
  'replay.speed4': { title: 'Play event by event', keys: ['4'], when: 'replay', group: 'Archive' },
  'replay.close': {
    title: 'Back to the present',
    keys: ['Escape'],
    when: 'replay',
    group: 'Archive',
    hint: 'the present',
  },
});
