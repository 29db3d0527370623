import type { ColumnDefinition } from '../../shared/filter.ts';

type Tone = NonNullable<ColumnDefinition['sound']>['tone'];

// Two notes each, short enough not to be in the way of a voice on the phone.
const notes: Record<Tone, readonly [number, number]> = {
  soft: [523, 659],
  bright: [880, 1175],
  low: [262, 330],
};
const noteMs = 90;

let context: AudioContext | undefined;

/** A short tone, made here: nothing is loaded, and a machine without sound stays silent. */
export const play = (tone: Tone, volume: number): void => {
  if (typeof AudioContext === 'undefined' || volume <= 0) return;
  context ??= new AudioContext();
  void context.resume().catch(() => undefined);
  const from = context.currentTime;
  for (const [nth, hertz] of notes[tone].entries())
    note(context, hertz, from + (nth * noteMs) / 1000, volume);
};

const note = (audio: AudioContext, hertz: number, from: number, volume: number): void => {
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = hertz;
  const until = from + noteMs / 1000;
  // Rising and falling, or it would click.
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(volume * 0.3, from + 0.015);
  gain.gain.linearRampToValueAtTime(0, until);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(until);
};
