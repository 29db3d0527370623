import type { Backup, BackupRun, RestorePreview } from '../../shared/api/backup.ts';
import type { Ms } from '../../shared/model.ts';
import { plural } from '../ui/number.ts';
import { clockTime, dayName } from '../ui/time.ts';

/** `Today 03:12`, `Yesterday 03:12`, `Monday, 2 November 03:12`. */
export const when = (at: Ms, now: Ms): string => `${dayName(at, now)} ${clockTime(at)}`;

export const size = (bytes: number): string => {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return bytes < 1_000_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
};

/** How something went that was done for the safety of the file. */
export const ran = (run: BackupRun | null, now: Ms): string =>
  run === null ? 'Never yet.' : `${when(run.at, now)}: ${run.words}`;

export const holds = ({ holds: facts }: Backup, now: Ms): string => {
  if (facts === null) return 'It can’t be read.';
  const newest = facts.newestAt === null ? '' : `, the newest of ${when(facts.newestAt, now)}`;
  return `${plural(facts.messages, 'message')}${newest}`;
};

/** What is lost, what comes back by itself, and what happens to what waits: a sentence each. */
export const wouldBeLost = ({ since, backup }: RestorePreview): string[] => {
  if (since === null) return ['What was done since can’t be told: the present file can’t be read.'];
  const lost = [
    ...(since.notes > 0 ? [plural(since.notes, 'note')] : []),
    ...(since.drafts > 0 ? [plural(since.drafts, 'draft')] : []),
    plural(since.steps, 'step of your work', 'steps of your work'),
  ];
  return [
    `Lost: ${lost.join(', ')} since then (claims, tags, statuses, calls).`,
    `Fetched again, as far as the network still has it: ${plural(since.messages, 'message')} of customers, ${plural(since.answers, 'answer')} sent since.`,
    'Nothing leaves by itself: what waited to leave then is looked for at the network, and where it is not found you decide. What was scheduled has to be approved again.',
    'The present file is not deleted. It is set aside beside the desk.',
    ...(backup.holds === null ? ['This backup can’t be read, so it can’t be restored.'] : []),
  ];
};
