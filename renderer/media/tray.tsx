import { useEffect, useId, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Card, MessageKind, Upload } from '../../shared/model.ts';
import { useDesk } from '../store/desk.ts';
import type { Arriving } from '../store/state.ts';
import { Bar } from '../ui/bar.tsx';
import { Mark } from '../ui/mark.tsx';
import { describe, saveAltTexts } from './alt-text.ts';
import { attachAgain, giveUp, remove, shift } from './attach.ts';
import { usePreview } from './previews.ts';
import { sizeWords } from './size.ts';
import styles from './tray.module.css';

type Props = {
  card: Card;
  kind: MessageKind;
  /** Sending waits for words about the pictures. */
  asksForAlt: boolean;
  onSendAsIs: () => void;
};

const noUploads: readonly Upload[] = [];

/** What goes with the message: each with its picture, its words, and its place among the others. */
export const Tray = ({ card, kind, asksForAlt, onSendAsIs }: Props) => {
  const uploads = useDesk(
    useShallow(({ thread }) =>
      thread?.id === card.id ? thread.uploads.filter((one) => one.messageKind === kind) : noUploads,
    ),
  );
  const arriving = useDesk(
    useShallow((desk) => desk.arriving.filter((one) => one.threadId === card.id && one.messageKind === kind)),
  );
  const list = useRef<HTMLUListElement>(null);
  const isAsking =
    asksForAlt && uploads.some(({ kind: what, altText }) => what !== 'video' && altText.trim() === '');
  useEffect(() => {
    if (isAsking) list.current?.querySelector<HTMLInputElement>('input[data-empty]')?.focus();
  }, [isAsking]);
  if (uploads.length + arriving.length === 0) return null;
  return (
    <div className={styles.tray}>
      <ul ref={list} className={styles.list} aria-label="Attached">
        {uploads.map((upload, at) => (
          <Item key={upload.id} upload={upload} isFirst={at === 0} isLast={at === uploads.length - 1} />
        ))}
        {arriving.map((one) => (
          <OnItsWay key={one.key} card={card} one={one} />
        ))}
      </ul>
      {isAsking && (
        <div className={styles.asks} role="alert">
          <p>Not sent yet: some customers can’t see pictures. Say in a few words what they show.</p>
          <button type="button" className={styles.plain} onClick={onSendAsIs}>
            Send without descriptions
          </button>
        </div>
      )}
    </div>
  );
};

const Item = ({ upload, isFirst, isLast }: { upload: Upload; isFirst: boolean; isLast: boolean }) => {
  const { name, bytes, kind, altText, state } = upload;
  const preview = usePreview(upload);
  const id = useId();
  return (
    <li className={styles.item}>
      {preview === null ? (
        <span className={styles.none}>{kind === 'video' ? 'film' : '…'}</span>
      ) : (
        <img className={styles.picture} src={preview} alt="" />
      )}
      <div className={styles.about}>
        <p className={styles.name} id={id}>
          <bdi>{name}</bdi> <span className={styles.size}>{sizeWords(bytes)}</span>
        </p>
        {kind === 'video' ? (
          <p className={styles.size}>Goes as it is, with its sound</p>
        ) : (
          <input
            className={styles.alt}
            defaultValue={altText}
            data-empty={altText === '' || undefined}
            maxLength={1000}
            dir="auto"
            spellCheck
            aria-label={`Describe ${name} for those who can’t see it`}
            placeholder="Describe it for those who can’t see it"
            onChange={({ target }) => describe(upload, target.value)}
            onBlur={() => void saveAltTexts()}
          />
        )}
        {state.at === 'failed' && (
          <p className={styles.trouble}>
            <Mark shape="breached" /> {state.reason}
          </p>
        )}
      </div>
      {!(isFirst && isLast) && (
        <span className={styles.places}>
          <button
            type="button"
            className={styles.tool}
            disabled={isFirst}
            title={`${name}: one place earlier`}
            onClick={() => void shift(upload, -1)}
          >
            <span aria-hidden="true">▴</span>
          </button>
          <button
            type="button"
            className={styles.tool}
            disabled={isLast}
            title={`${name}: one place later`}
            onClick={() => void shift(upload, 1)}
          >
            <span aria-hidden="true">▾</span>
          </button>
        </span>
      )}
      <button
        type="button"
        className={styles.tool}
        title={`Remove ${name}`}
        onClick={() => void remove(upload)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
};

const OnItsWay = ({ card, one }: { card: Card; one: Arriving }) => {
  const { file, sentBytes, problem } = one;
  return (
    <li className={styles.item}>
      <span className={styles.none}>…</span>
      <div className={styles.about}>
        <p className={styles.name}>
          <bdi>{file.name}</bdi>
        </p>
        {problem === null ? (
          <>
            <Bar aria-label={file.name} done={sentBytes} of={file.size} />
            <p className={styles.size}>
              {sizeWords(sentBytes)} of {sizeWords(file.size)}
            </p>
          </>
        ) : (
          <p className={styles.trouble} role="alert">
            <Mark shape="breached" /> {problem}
          </p>
        )}
      </div>
      {problem !== null && (
        <button type="button" className={styles.plain} onClick={() => void attachAgain(card, one)}>
          Retry
        </button>
      )}
      <button type="button" className={styles.tool} title={`Remove ${file.name}`} onClick={() => giveUp(one)}>
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
};
