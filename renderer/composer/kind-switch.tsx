import type { Card, MessageKind } from '../../shared/model.ts';
import { customersLanguage } from '../snippets/language.ts';
import { set } from '../store/desk.ts';
import { edit, leaveDrafts } from '../store/drafts.ts';
import { cx } from '../ui/cx.ts';
import { titled } from '../ui/titled.ts';
import styles from './kind-switch.module.css';

const kinds = [
  { kind: 'post', words: 'Reply publicly', command: 'message.reply' },
  { kind: 'dm', words: 'Direct message', command: 'message.direct' },
] as const;

/** Public or direct: two texts, never one that changes its audience. */
export const KindSwitch = ({ card, kind }: { card: Card; kind: MessageKind }) => {
  const language = customersLanguage(card.lang);
  const choose = (chosen: MessageKind): void => {
    leaveDrafts();
    edit(card.id, (composing) => ({ ...composing, kind: chosen }));
    set({ wantsFocus: 'composer' });
  };
  return (
    <fieldset className={styles.kinds}>
      <legend className="spoken">Who reads it</legend>
      {kinds.map(({ kind: one, words, command }) => (
        <button
          key={one}
          type="button"
          className={cx(styles.kind, one === kind && styles.chosen)}
          aria-pressed={one === kind}
          title={titled(command)}
          onClick={() => choose(one)}
        >
          <span aria-hidden="true">{one === kind ? '▸' : '▹'} </span>
          {words}
        </button>
      ))}
      {language !== null && (
        <span className={styles.language} title={`${language}, as far as the network can tell`}>
          customer writes in {language}
        </span>
      )}
    </fieldset>
  );
};
