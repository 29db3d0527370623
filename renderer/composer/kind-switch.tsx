import type { Card, MessageKind } from '../../shared/model.ts';
import { customersLanguage } from '../snippets/language.ts';
import { cx } from '../ui/cx.ts';
import { titled } from '../ui/titled.ts';
import { chooseKind } from './choose-kind.ts';
import styles from './kind-switch.module.css';

const kinds = [
  { kind: 'post', words: 'Reply publicly', command: 'message.reply' },
  { kind: 'dm', words: 'Direct message', command: 'message.direct' },
] as const;

/** Public or direct: two texts, never one that changes its audience. */
export const KindSwitch = ({ card, kind }: { card: Card; kind: MessageKind }) => {
  const language = customersLanguage(card.lang, card.preview);
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
          onClick={() => chooseKind(card.id, one)}
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
