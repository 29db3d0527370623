import type { Duty } from '../../shared/model.ts';
import styles from './people.module.css';

/** ● on duty, ◐ away, ○ off duty: a shape for each, whatever the colour. */
export const DutyMark = ({ duty }: { duty: Duty }) => (
  <svg className={styles[duty]} width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">
    <circle
      cx="6"
      cy="6"
      r="4.25"
      fill={duty === 'on' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.5"
    />
    {duty === 'away' && <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5Z" fill="currentColor" />}
  </svg>
);
