import { Paperclip } from 'lucide-react';
import type { Card, MessageKind } from '../../shared/model.ts';
import { titled } from '../ui/titled.ts';
import { attach } from './attach.ts';
import { accepted } from './rules.ts';
import styles from './attach-button.module.css';

/** A button that opens the system's own file dialog; the command presses it. */
export const AttachButton = ({ card, kind }: { card: Card; kind: MessageKind }) => (
  <label className={styles.button} title={titled('composer.attach')}>
    <Paperclip size={15} strokeWidth={1.75} aria-hidden="true" />
    <input
      className="spoken"
      type="file"
      accept={accepted}
      multiple={kind === 'post'}
      aria-label={titled('composer.attach')}
      data-attach
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        // The same file may be chosen again after it was removed.
        target.value = '';
        void attach(card, kind, files);
      }}
    />
  </label>
);

/** As if the button were pressed. */
export const chooseFiles = (): void =>
  document.querySelector<HTMLInputElement>('[data-region="composer"] input[data-attach]')?.click();
