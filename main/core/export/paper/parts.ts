import type { ThreadRow } from '../../threads/rows.ts';
import { goneWords } from '../gone-words.ts';
import type { People } from '../mask.ts';
import type { Names } from '../names.ts';
import type { MessageRecord } from '../read-messages.ts';
import type { Aside } from '../spoken.ts';
import { element, escaped } from './html.ts';
import type { Times } from './times.ts';
import { called } from './title.ts';

export type Around = { names: Names; people: People; times: Times; called: readonly string[] };

export const threadOnPaper = (
  thread: ThreadRow,
  said: readonly string[],
  { names, people, times }: Around,
  isContinued: boolean,
): string => {
  const account = names.account(thread.account_id);
  const tags = (JSON.parse(thread.tags) as string[]).flatMap((id) => names.tag(id) ?? []);
  const facts = [
    `with ${account.name} (@${account.handle})`,
    statusWords[thread.status],
    `begun ${times.long(thread.first_at)}`,
    ...(thread.closed_at === null ? [] : [`closed ${times.long(thread.closed_at)}`]),
    ...(tags.length === 0 ? [] : [`tags: ${tags.join(', ')}`]),
    ...(thread.breaches === 0
      ? []
      : [`${thread.breaches} missed ${thread.breaches === 1 ? 'deadline' : 'deadlines'}`]),
  ];
  const head = `${called(names.identity(thread.identity_id), people)}${isContinued ? ', continued' : ''}`;
  return `<section><h2>${escaped(head)}</h2>${element('p', 'about', escaped(facts.join(' · ')))}${said.join('\n')}</section>`;
};

const statusWords: Record<ThreadRow['status'], string> = {
  new: 'new',
  open: 'open',
  'waiting-customer': 'waiting for the customer',
  'waiting-expert': 'waiting for an expert',
  phone: 'promised a call',
  snoozed: 'snoozed',
  resolved: 'resolved',
  'no-action': 'no action',
};

export const messageOnPaper = (message: MessageRecord, around: Around): string => {
  const { names, people, times, called: about } = around;
  const author = called(names.identity(message.authorId), people);
  const sender = message.sent ? names.agent(message.sent.by) : null;
  const head = [
    ...(sender ? [`sent by ${sender.name} (${sender.initials})`] : []),
    message.kind === 'post' ? 'public post' : 'direct message',
    ...(message.versionId === message.remoteId ? [] : ['edited']),
  ];
  const words = (text: string): string => escaped(people.text(text, about));
  const body = message.gone
    ? element(
        'p',
        'gone',
        `${escaped(sentence(goneWords[message.gone.because]))}. This desk learned of it on ${escaped(times.long(message.gone.at))}; its text is gone here too.`,
      )
    : element('p', 'text', `${words(message.text)}${message.isCut ? ' [cut]' : ''}`);
  const before = message.versions
    .filter(({ versionId }) => versionId !== message.versionId)
    .map(({ text, seenAt }) =>
      element('p', 'before', `Before, seen ${escaped(times.long(seenAt))}: ${words(text)}`),
    );
  return (
    `<article class="${message.direction === 'out' ? 'out' : 'in'}">` +
    whoLine(author, head, message.createdAt, times) +
    body +
    before.join('') +
    extrasOf(message, words) +
    '</article>'
  );
};

export const asideOnPaper = (aside: Aside, { names, people, times, called: about }: Around): string => {
  const by = names.agent(aside.by);
  return (
    '<article class="internal">' +
    whoLine(`Internal ${aside.kind}`, [`by ${by.name} (${by.initials})`], aside.at, times) +
    element('p', 'text', escaped(people.text(aside.text, about))) +
    '</article>'
  );
};

const whoLine = (who: string, head: readonly string[], at: number, times: Times): string =>
  `<h3 class="who">${escaped(who)} ` +
  `<span class="when">${escaped(head.join(' · '))} · <time datetime="${times.iso(at)}">${escaped(times.long(at))}</time></span></h3>`;

const extrasOf = ({ attachments, extras }: MessageRecord, words: (text: string) => string): string => {
  const lines = [
    ...attachments.map(({ kind, altText }) => `${sentence(kind)}${altText ? `: ${words(altText)}` : ''}`),
    ...(extras?.poll ? extras.poll.options.map(({ label, votes }) => `Poll: ${words(label)}, ${votes}`) : []),
    ...(extras?.cards ?? []).map(({ title, url }) => `Link: ${words(title)} ${words(url)}`),
    ...(extras?.quoted
      ? [extras.quoted.text === null ? 'Quotes a post that is gone.' : `Quotes: ${words(extras.quoted.text)}`]
      : []),
  ];
  return lines.length === 0
    ? ''
    : `<ul class="with">${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
};

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
