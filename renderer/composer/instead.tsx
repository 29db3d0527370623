import type { Card } from '../../shared/model.ts';
import { call } from '../call.ts';
import { get } from '../store/desk.ts';
import { attempt } from '../store/notices.ts';
import { chooseKind } from './choose-kind.ts';
import type { Right } from './reply-right.ts';
import styles from './instead.module.css';

const words = { open: 'Open on X', direct: 'Write a DM instead', reply: 'Reply publicly instead' } as const;

/** Where this kind of answer is not taken: what is. */
export const Instead = ({ card, ways }: { card: Card; ways: Right['instead'] }) =>
  ways.length === 0 ? null : (
    <span className={styles.ways}>
      {ways.map((way) => (
        <button key={way} type="button" className={styles.way} onClick={() => go(card, way)}>
          {words[way]}
        </button>
      ))}
    </span>
  );

const go = (card: Card, way: Right['instead'][number]): void => {
  if (way !== 'open') return chooseKind(card.id, way === 'direct' ? 'dm' : 'post');
  const { thread } = get();
  const post = thread?.messages.findLast(({ permalink }) => permalink !== null)?.permalink;
  void attempt(() => call('link.open', { url: post ?? `https://x.com/${card.handle}` }));
};
