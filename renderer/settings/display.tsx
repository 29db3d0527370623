import type { Settings } from '../../shared/settings.ts';
import { save } from '../commands/settings.ts';
import { useDesk } from '../store/desk.ts';
import { Choices, Group } from './parts.tsx';

const themes: readonly { value: Settings['theme']; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
  { value: 'contrast', label: 'High contrast' },
];

export const DisplaySection = () => {
  const theme = useDesk((desk) => desk.settings.theme);
  return (
    <Group title="Theme">
      <Choices
        name="theme"
        label="Theme"
        value={theme}
        options={themes}
        onChange={(chosen) => void save({ theme: chosen })}
      />
    </Group>
  );
};
