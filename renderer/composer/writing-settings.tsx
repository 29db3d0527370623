import { useEffect, useState } from 'react';
import type { Dictionary, Spelling } from '../../shared/api/spelling.ts';
import { call } from '../call.ts';
import { save } from '../commands/settings.ts';
import { Choices, Group, Switch } from '../settings/parts.tsx';
import { languageName } from '../snippets/language.ts';
import { useDesk } from '../store/desk.ts';
import styles from './writing-settings.module.css';

const waits = ['0', '5', '10', '20', '30'] as const;

/** Second thoughts and spelling. */
export const WritingSettings = () => {
  const seconds = useDesk((desk) => desk.settings.undoSendSeconds);
  return (
    <>
      <Group
        title="Second thoughts"
        hint="So long an answer waits before it leaves. Z takes it back, exactly as it was typed."
      >
        <Choices
          name="undo-send"
          label="How long an answer waits before it leaves"
          value={waits.find((wait) => Number(wait) === seconds) ?? '10'}
          options={waits.map((value) => ({
            value,
            label: value === '0' ? 'It leaves at once' : `${value} seconds`,
          }))}
          onChange={(wait) => void save({ undoSendSeconds: Number(wait) })}
        />
      </Group>
      <SpellingGroup />
    </>
  );
};

/** Dictionaries come in while one looks. */
const askEveryMs = 2000;

const SpellingGroup = () => {
  const [spelling, setSpelling] = useState<Spelling | null>(null);
  useEffect(() => {
    const ask = (): void => void call('spelling.state', {}).then(setSpelling, () => undefined);
    ask();
    const timer = setInterval(ask, askEveryMs);
    return () => clearInterval(timer);
  }, []);
  if (spelling === null) return null;
  if (spelling.isBySystem)
    return (
      <Group title="Spelling" hint="This Mac checks spelling in the languages of its own settings.">
        {null}
      </Group>
    );
  const toggle = (code: string, isOn: boolean): void => {
    const present = spelling.languages.filter((one) => one.isChosen).map((one) => one.code);
    const next = isOn ? [...present, code] : present.filter((other) => other !== code);
    void save({ spellLanguages: next })
      .then(() => call('spelling.state', {}))
      .then(setSpelling, () => undefined);
  };
  return (
    <Group
      title="Spelling"
      hint="Words are checked on this machine. A language that is not here yet is fetched once from Google’s servers, by the browser underneath, when this machine is online."
    >
      <div className={styles.languages}>
        {spelling.languages
          .map((one) => ({ ...one, name: languageName(one.code) }))
          .sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || a.name.localeCompare(b.name))
          .map(({ code, name, isChosen, dictionary }) => (
            <Switch
              key={code}
              label={name}
              isOn={isChosen}
              {...(isChosen && { hint: dictionaryWords[dictionary] })}
              onChange={(isOn) => toggle(code, isOn)}
            />
          ))}
      </div>
    </Group>
  );
};

const dictionaryWords: Record<Dictionary, string> = {
  ready: 'Checked',
  coming: 'Its dictionary is being fetched',
  missing: 'Not checked: its dictionary is not on this machine and could not be fetched',
  unknown: 'Not checked yet: its dictionary is looked for with the first word you write',
};
