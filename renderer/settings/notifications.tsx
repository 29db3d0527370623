import type { Settings } from '../../shared/settings.ts';
import { save } from '../commands/settings.ts';
import { get, useDesk } from '../store/desk.ts';
import { Choices, Group, Switch } from './parts.tsx';
import form from '../ui/form.module.css';
import styles from './notifications.module.css';

type Notify = Settings['notify'];

const tiers: readonly { value: Notify['tier']; label: string; hint: string }[] = [
  { value: 'off', label: 'None', hint: 'Nothing leaves the window.' },
  {
    value: 'mine',
    label: 'What is mine',
    hint: 'Given to me, answered by my customer, due soon, a mention, a question, an answer.',
  },
  { value: 'all', label: 'Everything new', hint: 'That, and how much has arrived in my columns.' },
];

const change = (part: Partial<Notify>): void => void save({ notify: { ...get().settings.notify, ...part } });

/** What is said outside the window, when, and how loud. */
export const NotificationsSection = () => {
  const notify = useDesk((desk) => desk.settings.notify);
  const hasSounds = useDesk((desk) => desk.settings.hasSounds);
  const isQuiet = notify.quietFrom !== null && notify.quietUntil !== null;
  return (
    <>
      <Group
        title="Desktop notifications"
        hint="Raised while the window is in the background, once for each person; taken back when a colleague has it."
      >
        <Choices
          name="tier"
          label="Desktop notifications"
          value={notify.tier}
          options={tiers}
          onChange={(tier) => change({ tier })}
        />
        <Switch
          label="Show what the customer wrote"
          hint="Otherwise only the handle: others may see the screen."
          isOn={notify.isTextShown}
          onChange={(isTextShown) => change({ isTextShown })}
        />
      </Group>
      <Group title="Quiet hours">
        <Switch
          label="Nothing between two times of the day"
          isOn={isQuiet}
          onChange={(isOn) =>
            change(isOn ? { quietFrom: 22 * 60, quietUntil: 7 * 60 } : { quietFrom: null, quietUntil: null })
          }
        />
        {isQuiet && (
          <div className={styles.times}>
            <Time
              label="From"
              minute={notify.quietFrom ?? 0}
              onChange={(quietFrom) => change({ quietFrom })}
            />
            <Time
              label="Until"
              minute={notify.quietUntil ?? 0}
              onChange={(quietUntil) => change({ quietUntil })}
            />
          </div>
        )}
      </Group>
      <Group title="Sounds" hint="Each column has its own sound and volume: change the column.">
        <Switch
          label="Columns may sound"
          isOn={hasSounds}
          onChange={(isOn) => void save({ hasSounds: isOn })}
        />
      </Group>
    </>
  );
};

type TimeProps = { label: string; minute: number; onChange: (minute: number) => void };

const Time = ({ label, minute, onChange }: TimeProps) => (
  <label className={styles.time}>
    {label}
    <input
      type="time"
      className={form.input}
      value={`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`}
      onChange={({ target }) => {
        const [hours, minutes] = target.value.split(':').map(Number);
        if (hours !== undefined && minutes !== undefined) onChange(hours * 60 + minutes);
      }}
    />
  </label>
);
