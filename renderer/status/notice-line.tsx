import { useDesk } from '../store/desk.ts';
import { dismiss } from '../store/notices.ts';
import { Mark } from '../ui/mark.tsx';
import styles from './status-line.module.css';

/** The last thing worth saying. Spoken once, politely; trouble stays until it is closed. */
export const NoticeLine = () => {
  const notice = useDesk((desk) => desk.notices.at(-1));
  const isTrouble = notice?.tone === 'trouble';
  return (
    <div className={notice ? styles.notices : styles.standing}>
      <output className={isTrouble ? styles.trouble : styles.notice} title={notice?.text}>
        {isTrouble && <Mark className={styles.breached} shape="breached" />} {notice?.text}
      </output>
      {notice && isTrouble && (
        <button
          type="button"
          className={styles.close}
          title="Close this notice"
          onClick={() => dismiss(notice.id)}
        >
          Close
        </button>
      )}
    </div>
  );
};
