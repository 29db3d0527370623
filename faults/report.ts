import type { Asked } from './arguments.ts';
import type { Story } from './story.ts';
import type { Verdict } from './verdict.ts';

type Told = { asked: Asked; story: Story; verdict: Verdict; calls: number; tookMs: number };

/** So many cases of each kind are shown whole. */
const shown = 12;

export const report = ({ asked, story, verdict, calls, tookMs }: Told): string => {
  const { counts } = verdict;
  const spared = story.deaths.filter(([, count]) => count === 0).map(([point]) => point);
  return [
    '',
    `posts twice        ${verdict.twice.length}`,
    `lost               ${verdict.lost.length}`,
    `silently wrong     ${verdict.wrong.length + verdict.undead.length + verdict.odd.length}`,
    `inbound missing    ${verdict.missing.length}`,
    '',
    `${counts.sent} messages sent, ${counts.pictures} of them with a picture; ${counts.chains} chains; ${counts.refused} messages rightly refused because their post was deleted or edited`,
    `${counts.inbound} messages of customers; ${counts.deleted} posts deleted at their source, ${verdict.undead.length === 0 ? 'gone here, too, and their words with them' : 'not all of them gone here'}`,
    ...(counts.traces > 0
      ? [`of ${counts.traces} deleted posts bytes are left in free space within a page: no reader sees them`]
      : []),
    `${calls} calls, faults: ${words(story.faults)}`,
    `attempts to send in that weather: ${words(story.attempts)}`,
    `ended ${story.killed} times at any moment, and killed at ${words(new Map(story.deaths.filter(([, count]) => count > 0)))}`,
    ...(spared.length > 0 ? [`never killed at ${spared.join(', ')}`] : []),
    `${story.sleeps} sleeps, ${story.clocks} changes of the clock; ${(tookMs / 1000).toFixed(0)} s, lived ${asked.speed}× as fast`,
    ...cases('twice', verdict.twice),
    ...cases('lost', verdict.lost),
    ...cases('wrong', verdict.wrong),
    ...cases('missing', verdict.missing),
    ...cases('not erased', verdict.undead),
    ...cases('odd', verdict.odd),
    ...cases('not taken by the desk, with its reason', story.refused),
    ...cases(
      'troubles the desk spoke of',
      [...story.troubles].map(([text, count]) => `${count}× ${text}`),
    ),
    `To see the same story again: npm run faults -- --seed=${asked.seed} --sends=${asked.sends} --scheme=${asked.scheme}`,
    '',
  ].join('\n');
};

const words = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

const cases = (name: string, all: readonly string[]): string[] => {
  if (all.length === 0) return [];
  const rest = all.length > shown ? [`  … and ${all.length - shown} more`] : [];
  return ['', `${name}:`, ...all.slice(0, shown).map((one) => `  ${one}`), ...rest];
};
