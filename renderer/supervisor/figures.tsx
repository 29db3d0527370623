import type { Ms } from '../../shared/model.ts';
import { Age } from '../ui/age.tsx';
import { Mark } from '../ui/mark.tsx';
import styles from './board.module.css';

/** Nothing there is a point, so that what is there stands out. */
const None = () => <span className={styles.none}>·</span>;

export const Wait = ({ since }: { since: Ms | null }) => (
  <td>{since === null ? <None /> : <Age at={since} />}</td>
);

export const Soon = ({ count }: { count: number }) => (
  <td className={count > 0 ? styles.soon : undefined}>
    {count === 0 ? (
      <None />
    ) : (
      <>
        <Mark shape="now" /> {count}
      </>
    )}
  </td>
);

export const Late = ({ count }: { count: number }) => (
  <td className={count > 0 ? styles.late : undefined}>
    {count === 0 ? (
      <None />
    ) : (
      <>
        <Mark shape="breached" /> {count}
      </>
    )}
  </td>
);
