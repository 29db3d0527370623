import { useEffect, useRef, type ChangeEvent } from 'react';
import type { Card } from '../../shared/model.ts';
import { isSlash, openSnippets } from '../snippets/insert.ts';
import { set, useDesk } from '../store/desk.ts';
import { leaveDrafts, nothingYet, write } from '../store/drafts.ts';
import { iMay } from '../store/rights.ts';
import { folded } from '../text/plain.ts';
import { cx } from '../ui/cx.ts';
import { Foot } from './foot.tsx';
import { KindSwitch } from './kind-switch.tsx';
import { LikeHint } from './like-hint.tsx';
import { readsOnly, whyNoSend } from './reply-right.ts';
import { Stopped } from './stopped.tsx';
import styles from './composer.module.css';

/** Where an answer is written. The text belongs to the thread, whatever happens around it. */
export const Composer = ({ card }: { card: Card }) => {
  const composing = useDesk((desk) => desk.composing[card.id] ?? nothingYet);
  const account = useDesk(
    (desk) => desk.accounts.find(({ account: { id } }) => id === card.accountId)?.account,
  );
  const wantsFocus = useDesk((desk) => desk.wantsFocus === 'composer');
  const mayWork = useDesk((desk) => iMay(desk, 'thread.work'));
  const field = useRef<HTMLTextAreaElement>(null);
  const { kind, texts, stopped, isSending } = composing;
  useEffect(() => {
    if (!wantsFocus || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
    set({ wantsFocus: null });
  }, [wantsFocus]);

  const handle = `@${folded(card.handle)}`;
  const label = kind === 'post' ? `Reply to ${handle}` : `Direct message to ${handle}`;
  const isPaused = account !== undefined && account.pausedBecause !== null;
  const blocked = mayWork ? whyNoSend(card, kind, account) : readsOnly;
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const { target } = event;
    write(card.id, kind, target.value);
    if (isSlash(event.nativeEvent, target)) openSnippets(target.selectionStart - 1);
  };
  return (
    <section
      className={cx(styles.composer, kind === 'dm' && styles.direct)}
      aria-label="Answer"
      data-region="composer"
    >
      <KindSwitch card={card} kind={kind} />
      {stopped !== null && <Stopped card={card} composing={composing} stopped={stopped} />}
      <textarea
        key={kind}
        ref={field}
        className={styles.field}
        aria-label={label}
        placeholder={isPaused ? '' : label}
        dir="auto"
        spellCheck
        rows={3}
        maxLength={20_000}
        readOnly={isPaused || isSending || !mayWork}
        value={texts[kind]}
        onChange={onChange}
        onBlur={leaveDrafts}
      />
      {stopped === null && <LikeHint threadId={card.id} kind={kind} text={texts[kind]} />}
      <Foot
        card={card}
        kind={kind}
        text={texts[kind]}
        account={account}
        blocked={blocked}
        isSending={isSending}
      />
    </section>
  );
};
