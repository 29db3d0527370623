import { useState } from 'react';
import { fill } from '../../shared/snippet.ts';
import { get, useDesk } from '../store/desk.ts';
import { nothingYet } from '../store/drafts.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { insertSnippet } from './insert.ts';
import { languageName } from './language.ts';
import { snippetsFor } from './ranking.ts';
import { valuesFor } from './values.ts';
import styles from './snippets.module.css';

/** Facts and openings to write with, filled in for this customer as one looks through them. */
export const Snippets = () => {
  const [query, setQuery] = useState('');
  const snippets = useDesk((desk) => desk.snippets);
  const [desk] = useState(get);
  const card = desk.thread ? desk.cards.get(desk.thread.id) : undefined;
  if (!card) return null;
  const { kind, texts } = desk.composing[card.id] ?? nothingYet;
  const isBeginning = texts[kind].trim() === '' || texts[kind].trim() === '/';
  const values = valuesFor(desk, card);
  const found = snippetsFor(query, snippets, { lang: card.lang, isBeginning });
  return (
    <Dialog title="Insert a fact or an opening" isTitleHidden>
      <PickList
        label="Find a fact or an opening"
        query={query}
        onQuery={setQuery}
        items={found}
        idOf={({ id }) => id}
        wordsOf={({ name }) => name}
        onChoose={(snippet) => insertSnippet(card, snippet)}
        none={
          snippets.length === 0
            ? 'There are no facts or openings yet. Supervisors write them in the settings.'
            : 'No fact or opening says that.'
        }
        itemClass={styles.item}
      >
        {(snippet) => (
          <>
            <span className={styles.head}>
              <span className={styles.name}>{snippet.name}</span>
              <span className={styles.kind}>
                {[snippet.kind, snippet.lang !== null && languageName(snippet.lang)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className={styles.text} dir="auto">
              {fill(snippet.text, values)}
            </span>
          </>
        )}
      </PickList>
    </Dialog>
  );
};
