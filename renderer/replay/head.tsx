import { Pause, Play } from 'lucide-react';
import type { CommandId } from '../../shared/commands.ts';
import type { Ms } from '../../shared/model.ts';
import { runCommand } from '../commands/run.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { titled } from '../ui/titled.ts';
import { speeds, usePlaying, type Speed } from './playing.ts';
import { delayWords, instantWords } from './words.ts';
import styles from './head.module.css';

/** Which instant this is, how one moves in time, and the way back to the present. */
export const Head = ({ at, isWhole }: { at: Ms; isWhole: boolean }) => {
  const isPlaying = usePlaying((playing) => playing.isPlaying);
  const speed = usePlaying((playing) => playing.speed);
  const delays = usePlaying((playing) => playing.delays.length);
  const delay = usePlaying((playing) => playing.delay);
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2 className={styles.title}>
          As it was on <time dateTime={new Date(at).toISOString()}>{instantWords(at)}</time>
        </h2>
        <button
          type="button"
          className={styles.button}
          title={titled('replay.close')}
          onClick={() => runCommand('replay.close')}
        >
          Back to the present <KeyCap id="replay.close" />
        </button>
      </div>
      <div className={styles.line}>
        <button
          type="button"
          className={styles.play}
          title={titled('replay.play', isPlaying ? 'Pause' : 'Play')}
          aria-label={isPlaying ? 'Pause' : 'Play'}
          onClick={() => runCommand('replay.play')}
        >
          {isPlaying ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
        </button>
        <fieldset className={styles.speeds} aria-label="Speed">
          {speeds.map((one) => (
            <button
              key={one}
              type="button"
              className={styles.speed}
              aria-pressed={one === speed}
              title={titled(speedCommands[one])}
              onClick={() => runCommand(speedCommands[one])}
            >
              {one === 'event' ? 'next event' : `${one}×`}
            </button>
          ))}
        </fieldset>
        {delays > 0 && (
          <button
            type="button"
            className={styles.delay}
            title={titled('replay.delay')}
            onClick={() => runCommand('replay.delay')}
          >
            {delays === 1 ? 'The delay' : `The delays (${delays})`} <KeyCap id="replay.delay" />
          </button>
        )}
        <p className={styles.why}>Nothing can be sent or changed here.</p>
      </div>
      {delay !== null && <p className={styles.waited}>{delayWords(delay)}</p>}
      {!isWhole && (
        <p className={styles.notWhole}>
          The log of earlier days is still being put in order: some of what was done then may be missing here.
        </p>
      )}
    </header>
  );
};

const speedCommands: Record<Speed, CommandId> = {
  1: 'replay.speed1',
  10: 'replay.speed2',
  60: 'replay.speed3',
  event: 'replay.speed4',
};
