import type { Extras } from '../../../shared/model.ts';
import { useClock } from '../../store/clock.ts';
import { Name } from '../../text/name.tsx';
import { RichText } from '../../text/rich-text.tsx';
import { clockTime, dayName, fullTime } from '../../ui/time.ts';
import styles from './extras.module.css';

/** The post it quotes, by whom and when; or that it can't be read. */
export const Quoted = ({ quoted }: { quoted: NonNullable<Extras['quoted']> }) => {
  const { handle, text, createdAt } = quoted;
  const when = useClock((now) =>
    createdAt === null ? '' : `${dayName(createdAt, now)} ${clockTime(createdAt)}`,
  );
  return (
    <blockquote className={styles.box}>
      <p className={styles.caption}>
        Quotes {handle === null ? 'a post' : <Name className={styles.who}>{`@${handle}`}</Name>}
        {createdAt !== null && (
          <>
            {' · '}
            <time dateTime={new Date(createdAt).toISOString()} title={fullTime(createdAt)}>
              {when}
            </time>
          </>
        )}
      </p>
      {text === null ? (
        <p className={styles.words}>Not available: X does not show it, or it is gone.</p>
      ) : (
        <div className={styles.quote} dir="auto">
          <RichText text={text} lang={null} />
        </div>
      )}
    </blockquote>
  );
};
