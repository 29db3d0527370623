import type { ComponentType } from 'react';
import type { Right } from '../../shared/roles.ts';
import { AccountSettings } from '../accounts/account-settings.tsx';
import { NetworkSettings } from '../accounts/network-settings.tsx';
import { BackupSettings } from '../backup/backup-settings.tsx';
import { ClockSettings } from '../clocks/clock-settings.tsx';
import { WritingSettings } from '../composer/writing-settings.tsx';
import { PeopleSettings } from '../people/people-settings.tsx';
import { PhoneSettings } from '../phone/phone-settings.tsx';
import { QueueSettings } from '../queues/queue-settings.tsx';
import { RetentionSettings } from '../retention/retention-settings.tsx';
import { SnippetSettings } from '../snippets/snippet-settings.tsx';
import { TagSettings } from '../tags/tag-settings.tsx';
import { DisplaySection } from './display.tsx';
import { KeysSection } from './keys/keys-section.tsx';
import { NotificationsSection } from './notifications.tsx';

/** One section of the settings: what it is called, what it shows, and who may open it. */
export type Section = {
  /** `set({ overlay: 'settings', settingsSection: 'people' })` opens it here. */
  id: string;
  title: string;
  View: ComponentType;
  /** Absent for those whose role does not include it. */
  right?: Right;
};

/** In the order in which they are listed: what is one's own first, then what is the team's. */
export const sections: readonly Section[] = [
  { id: 'display', title: 'Display', View: DisplaySection },
  { id: 'keys', title: 'Keys', View: KeysSection },
  { id: 'writing', title: 'Writing', View: WritingSettings },
  { id: 'notifications', title: 'Notifications', View: NotificationsSection },
  { id: 'phone', title: 'Phone', View: PhoneSettings },
  { id: 'accounts', title: 'Accounts', View: AccountSettings },
  { id: 'network', title: 'Network', View: NetworkSettings, right: 'account.manage' },
  { id: 'backup', title: 'Backup and repair', View: BackupSettings, right: 'account.manage' },
  { id: 'retention', title: 'Keeping and erasing', View: RetentionSettings, right: 'hold.set' },
  { id: 'people', title: 'People', View: PeopleSettings },
  { id: 'queues', title: 'Queues', View: QueueSettings, right: 'queue.manage' },
  { id: 'clocks', title: 'Deadlines and hours', View: ClockSettings, right: 'policy.manage' },
  { id: 'tags', title: 'Tags', View: TagSettings, right: 'tag.manage' },
  { id: 'snippets', title: 'Facts and openings', View: SnippetSettings, right: 'snippet.manage' },
];
