import { useDesk } from '../store/desk.ts';
import { dismiss } from '../store/notices.ts';
import styles from './status-line.module.css';

/** The last thing worth saying. Spoken once, politely; trouble stays until it is closed. */
export const NoticeLine = () => {
  const notice = useDesk((desk) => desk.notices.at(-1));
  const isTrouble = notice?.tone === 'trouble';
  return (
    <div className={styles.notices}>
      <p role="status" className={isTrouble ? styles.trouble : styles.notice} title={notice?.text}>
        {isTrouble && <span aria-hidden="true">● </span>}
        {notice?.text}
      </p>
      {notice && isTrouble && (
        <button type="button" className={styles.close} title="Close this notice" onClick={() => dismiss(notice.id)}>
          Close
        </button>
      )}
    </div>
  );
};
