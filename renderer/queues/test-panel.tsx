import { useState } from 'react';
import type { Input, Output } from '../../shared/api.ts';
import type { AccountId } from '../../shared/ids.ts';
import type { MessageKind } from '../../shared/model.ts';
import { get, useDesk } from '../store/desk.ts';
import { threadInFocus } from '../store/focus.ts';
import { cx } from '../ui/cx.ts';
import { plural } from '../ui/number.ts';
import { draftOf, problemOf, type QueueFields } from './draft.ts';
import { useTest } from './use-test.ts';
import { kindWords, partWords } from './words.ts';
import form from '../ui/form.module.css';
import styles from './queues.module.css';

type Sample = Input<'queue.test'>['sample'];

/** Which queue a message would go to and why, and what would become of the open threads, before anything is saved. */
export const TestPanel = ({ fields }: { fields: QueueFields }) => {
  const [card] = useState(() => threadInFocus(get()));
  const accounts = useDesk((desk) => desk.accounts);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<MessageKind>('post');
  const [isTyped, setIsTyped] = useState(true);
  const [lang, setLang] = useState('');
  const [chosen, setChosen] = useState<AccountId | null>(null);
  const accountId = chosen ?? accounts[0]?.account.id;
  const sample: Sample =
    !isTyped && card
      ? { threadId: card.id }
      : text.trim() !== '' && accountId !== undefined
        ? { text, kind, accountId, lang: lang.trim() || null }
        : null;
  const isSound = problemOf({ ...fields, name: fields.name || 'this queue' }) === null;
  const { rules } = draftOf(fields);
  const draft = { id: fields.id, name: fields.name.trim() || 'This queue', rules };
  const { told, problem } = useTest(isSound ? { draft, sample } : null);
  return (
    <section className={styles.test} aria-label="Test before saving">
      <h3 className={styles.heading}>Test before saving</h3>
      {card && (
        <div className={styles.row}>
          <label className={styles.chip}>
            <input type="radio" name="sample" checked={isTyped} onChange={() => setIsTyped(true)} />a message
            typed here
          </label>
          <label className={styles.chip}>
            <input type="radio" name="sample" checked={!isTyped} onChange={() => setIsTyped(false)} />
            the thread of @{card.handle}
          </label>
        </div>
      )}
      {isTyped && (
        <div className={styles.row}>
          <input
            className={form.input}
            aria-label="A message to test"
            placeholder="What a customer might write"
            value={text}
            maxLength={2000}
            onChange={(event) => setText(event.target.value)}
          />
          <select
            className={form.input}
            aria-label="Where it is written"
            value={kind}
            onChange={({ target }) => setKind(target.value as MessageKind)}
          >
            <option value="post">{kindWords.post}</option>
            <option value="dm">{kindWords.dm}</option>
          </select>
          <input
            className={cx(form.input, styles.lang)}
            aria-label="Its language"
            placeholder="Language"
            value={lang}
            maxLength={12}
            spellCheck={false}
            onChange={(event) => setLang(event.target.value)}
          />
          {accounts.length > 1 && (
            <select
              className={form.input}
              aria-label="To which account"
              value={accountId}
              onChange={({ target }) => setChosen(target.value as AccountId)}
            >
              {accounts.map(({ account }) => (
                <option key={account.id} value={account.id}>
                  @{account.handle}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      <output className={styles.told}>
        {problem !== null && <p className={form.trouble}>{problem}</p>}
        {told && (
          <>
            {sample !== null && <Winner told={told} draftId={fields.id} />}
            <Spread told={told} />
          </>
        )}
      </output>
    </section>
  );
};

type Told = { told: Output<'queue.test'> };

const Winner = ({ told: { winner }, draftId }: Told & { draftId: string }) => {
  const accounts = useDesk((desk) => desk.accounts);
  const tags = useDesk((desk) => desk.tags);
  if (!winner) return <p>No rule of any queue fits: it stays in No queue, where everybody sees it.</p>;
  const why = winner.why.map(({ part, value }) => partWords(part, [value], { accounts, tags })).join(', ');
  return (
    <p>
      <b>{winner.name}</b> gets it{winner.id === draftId ? '' : ', not this queue'}: rule {winner.place},{' '}
      {why || 'which takes everything'}.
    </p>
  );
};

const Spread = ({ told: { spread, asked } }: Told) => {
  const shown = spread.filter(({ now, after }) => now > 0 || after > 0);
  if (asked === 0) return <p>No open threads to try it on.</p>;
  return (
    <table className={styles.spread}>
      <caption>Tried on {plural(asked, 'open thread')}, the newest</caption>
      <thead>
        <tr>
          <th scope="col">Queue</th>
          <th scope="col">Now</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ id, name, now, after }) => (
          <tr key={id} className={now === after ? undefined : styles.differs}>
            <th scope="row">{name ?? 'No queue'}</th>
            <td>{now}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
