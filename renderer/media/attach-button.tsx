import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { commands } from '../../shared/commands.ts';
import type { Card, MessageKind } from '../../shared/model.ts';
import { titled } from '../ui/titled.ts';
import { attach } from './attach.ts';
import { accepted } from './rules.ts';
import styles from './attach-button.module.css';

/** A button that opens the system's own file dialog. */
export const AttachButton = ({ card, kind }: { card: Card; kind: MessageKind }) => {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        title={titled('composer.attach')}
        onClick={() => field.current?.click()}
      >
        <Paperclip size={15} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept={accepted}
        multiple={kind === 'post'}
        data-attach
        aria-label={commands['composer.attach'].title}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen again after it was removed.
          target.value = '';
          void attach(card, kind, files);
        }}
      />
    </>
  );
};

/** As if the button were pressed. */
export const chooseFiles = (): void =>
  document.querySelector<HTMLInputElement>('[data-region="composer"] input[data-attach]')?.click();
