import { useState } from 'react';
import type { Snippet } from '../../shared/model.ts';
import { call } from '../call.ts';
import { Group } from '../settings/parts.tsx';
import { useDesk } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { languageName } from './language.ts';
import { SnippetForm } from './snippet-form.tsx';
import styles from './snippet-settings.module.css';

/** Facts and openings of the team, one list, edited in place. */
export const SnippetSettings = () => {
  const snippets = useDesk((desk) => desk.snippets);
  const [edited, setEdited] = useState<Snippet | 'new' | null>(null);
  const done = (): void => setEdited(null);
  return (
    <Group
      title="Facts and openings"
      hint="What everybody may say in the same words: a fact, or how an answer begins. The answer itself is written by a person; whole answers do not belong here."
    >
      {edited !== null ? (
        <SnippetForm
          key={edited === 'new' ? 'new' : edited.id}
          snippet={edited === 'new' ? null : edited}
          onDone={done}
        />
      ) : (
        <>
          {snippets.length === 0 && (
            <p className={styles.empty}>
              None yet. The first is often the opening of an answer: “Hi {'{first}'}, ”.
            </p>
          )}
          <ul className={styles.list}>
            {snippets.map((snippet) => (
              <li key={snippet.id} className={styles.row}>
                <span className={styles.words}>
                  <span className={styles.name}>{snippet.name}</span>{' '}
                  <span className={styles.kind}>
                    {[snippet.kind, snippet.lang !== null && languageName(snippet.lang)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <span className={styles.text} dir="auto">
                    {snippet.text}
                  </span>
                </span>
                <button
                  type="button"
                  className={styles.button}
                  aria-label={`Change ${snippet.name}`}
                  onClick={() => setEdited(snippet)}
                >
                  Change
                </button>
                <button
                  type="button"
                  className={styles.button}
                  aria-label={`Remove ${snippet.name}`}
                  title="Takes it away from everybody; Undo brings it back"
                  onClick={() => void attempt(() => call('snippet.remove', { id: snippet.id }))}
                >
                  Remove
                </button>
              </li>
            ))}
          </ul>
          <div>
            <button type="button" className={styles.button} onClick={() => setEdited('new')}>
              Write a fact or an opening
            </button>
          </div>
        </>
      )}
    </Group>
  );
};
