import type { CommandId } from '../../shared/commands.ts';
import { call } from '../call.ts';
import { whyNot } from '../commands/available.ts';
import { get, useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { DutyMark } from './duty-mark.tsx';
import { dutyWords } from './words.ts';
import styles from './people.module.css';

const offered: readonly CommandId[] = [
  'duty.on',
  'duty.away',
  'duty.off',
  'baton.pass',
  'baton.take',
  'agent.introduce',
  'agent.switch',
  'window.new',
];

const openMenu = (): void => {
  const commands = offered.filter((id) => whyNot(id, get()) === null);
  void attempt(() => call('menu.open', { commands }));
};

/** At the foot of the rail: who sits here and whether they are there; pressed, what they can change about it. */
export const MeButton = () => {
  const { name, initials, duty } = useDesk((desk) => desk.me);
  return (
    <button
      type="button"
      className={styles.me}
      title={`${name}, ${dutyWords[duty]}. Press to change.`}
      aria-haspopup="menu"
      onClick={openMenu}
    >
      <span className="spoken">{`${name}, ${dutyWords[duty]}`}</span>
      <span className={styles.initials} aria-hidden="true">
        {initials}
      </span>
      <span className={styles.duty} aria-hidden="true">
        <DutyMark duty={duty} /> {duty}
      </span>
    </button>
  );
};
