import { useEffect, useRef, useState, type ChangeEvent, type ClipboardEvent, type DragEvent } from 'react';
import type { Card } from '../../shared/model.ts';
import { standstillOf } from '../accounts/standstill.ts';
import { attach } from '../media/attach.ts';
import { Tray } from '../media/tray.tsx';
import { isSlash, openSnippets } from '../snippets/insert.ts';
import { useDesk } from '../store/desk.ts';
import { leaveDrafts, nothingYet, write } from '../store/drafts.ts';
import { iMay } from '../store/rights.ts';
import { folded } from '../text/plain.ts';
import { cx } from '../ui/cx.ts';
import { useWantedFocus } from '../ui/use-wanted-focus.ts';
import { Chain } from './chain.tsx';
import { Foot } from './foot.tsx';
import { KindSwitch } from './kind-switch.tsx';
import { LikeHint } from './like-hint.tsx';
import { Paused } from './paused.tsx';
import { Price } from './price.tsx';
import { readsOnly, rightOf } from './reply-right.ts';
import { sendUndescribed } from './send.ts';
import { Sending } from './sending.tsx';
import { Stopped } from './stopped.tsx';
import { useMeasure } from './use-measure.ts';
import styles from './composer.module.css';

/** Where an answer is written. The text belongs to the thread, whatever happens around it. */
export const Composer = ({ card }: { card: Card }) => {
  const composing = useDesk((desk) => desk.composing[card.id] ?? nothingYet);
  const account = useDesk(
    (desk) => desk.accounts.find(({ account: { id } }) => id === card.accountId)?.account,
  );
  const still = useDesk((desk) => standstillOf(desk, card.accountId)?.why ?? null);
  const mayWork = useDesk((desk) => iMay(desk, 'thread.work'));
  const initials = useDesk((desk) => desk.me.initials);
  const field = useRef<HTMLTextAreaElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { kind, texts, stopped, isSending } = composing;
  const counted = useMeasure(kind, texts[kind], initials);
  useWantedFocus('composer', field);

  // Why it was stopped stands above the text, which may be longer than what is in sight.
  useEffect(() => {
    if (stopped !== null) body.current?.scrollTo({ top: 0 });
  }, [stopped]);

  const handle = `@${folded(card.handle)}`;
  const label = kind === 'post' ? `Reply to ${handle}` : `Direct message to ${handle}`;
  const right = rightOf(card, kind);
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const { target } = event;
    write(card.id, kind, target.value);
    if (isSlash(event.nativeEvent, target)) openSnippets(target.selectionStart - 1);
  };
  const { isOver, ...dropping } = useFiles((files) => mayWork && void attach(card, kind, files));
  return (
    <section
      className={cx(styles.composer, kind === 'dm' && styles.direct, isOver && styles.over)}
      aria-label="Answer"
      data-region="composer"
      {...dropping}
    >
      <Sending threadId={card.id} />
      <KindSwitch card={card} kind={kind} />
      {still !== null && <Paused key={still} account={account ?? null} why={still} />}
      <div ref={body} className={styles.body}>
        {stopped !== null && <Stopped card={card} composing={composing} stopped={stopped} />}
        <textarea
          key={kind}
          ref={field}
          className={styles.field}
          aria-label={label}
          placeholder={label}
          dir="auto"
          spellCheck
          rows={3}
          maxLength={20_000}
          readOnly={isSending || !mayWork}
          value={texts[kind]}
          onChange={onChange}
          onBlur={leaveDrafts}
        />
        {counted !== null && counted.parts.length > 1 && !counted.isTooLong && (
          <Chain parts={counted.parts} initials={initials} />
        )}
        <Tray
          key={`files ${kind}`}
          card={card}
          kind={kind}
          asksForAlt={composing.asksForAlt}
          onSendAsIs={() => void sendUndescribed()}
        />
        {stopped === null && <LikeHint threadId={card.id} kind={kind} text={texts[kind]} />}
      </div>
      {counted !== null && (
        <Price
          threadId={card.id}
          kind={kind}
          counted={counted}
          isSimulated={account !== undefined && (account.isPractice || account.isStandIn)}
        />
      )}
      <Foot
        card={card}
        kind={kind}
        text={texts[kind]}
        counted={counted}
        right={mayWork ? right : { ...right, blocked: readsOnly, instead: [] }}
        isStill={still !== null}
        isSending={isSending}
      />
    </section>
  );
};

/** Files that are pasted or dropped. Text is dropped and pasted as ever. */
const useFiles = (take: (files: readonly File[]) => unknown) => {
  const [isOver, setOver] = useState(false);
  const carries = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');
  return {
    isOver,
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files];
      // A table from an office program comes as text and as a picture of it: who pastes into a text means the text.
      if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
      event.preventDefault();
      take(files);
    },
    onDragOver: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(false);
      take([...event.dataTransfer.files]);
    },
  };
};
