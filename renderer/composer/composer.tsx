import { useEffect, useRef } from 'react';
import type { Card } from '../../shared/model.ts';
import { set, useDesk } from '../store/desk.ts';
import { leaveDrafts, nothingYet, write } from '../store/drafts.ts';
import { folded } from '../text/plain.ts';
import { cx } from '../ui/cx.ts';
import { Foot } from './foot.tsx';
import { KindSwitch } from './kind-switch.tsx';
import { whyNoSend } from './reply-right.ts';
import { Stopped } from './stopped.tsx';
import styles from './composer.module.css';

/** Where an answer is written. The text belongs to the thread, whatever happens around it. */
export const Composer = ({ card }: { card: Card }) => {
  const composing = useDesk((desk) => desk.composing[card.id] ?? nothingYet);
  const account = useDesk(
    (desk) => desk.accounts.find(({ account: { id } }) => id === card.accountId)?.account,
  );
  const wantsFocus = useDesk((desk) => desk.wantsFocus === 'composer');
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
  const blocked = whyNoSend(card, kind, account);
  return (
    <section
      className={cx(styles.composer, kind === 'dm' && styles.direct)}
      aria-label="Answer"
      data-region="composer"
    >
      <KindSwitch card={card} kind={kind} />
      {stopped !== null && <Stopped stopped={stopped} />}
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
        readOnly={isPaused || isSending}
        value={texts[kind]}
        onChange={(event) => write(card.id, kind, event.target.value)}
        onBlur={leaveDrafts}
      />
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
