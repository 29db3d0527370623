import type { ThreadId } from '../../shared/ids.ts';
import type { MessageKind } from '../../shared/model.ts';
import { prices, usd } from '../../shared/prices.ts';
import { write } from '../store/drafts.ts';
import type { Counted } from './counting.ts';
import { send } from './send.ts';
import styles from './price.module.css';

type Props = { threadId: ThreadId; kind: MessageKind; counted: Counted; isSimulated: boolean };

/** Said only where it is news: a link makes a post many times dearer. X asks nothing more for one in a direct message. */
export const Price = ({ threadId, kind, counted, isSimulated }: Props) => {
  if (kind === 'dm' || counted.links === 0) return null;
  const sendBare = (): void => {
    write(threadId, kind, counted.bare);
    void send();
  };
  return (
    <div className={styles.price}>
      <p
        title={
          isSimulated
            ? 'A simulator asks for nothing: these are X’s prices'
            : 'X’s prices for self-serve access'
        }
      >
        A link makes a post cost up to {usd(prices.postWithLink)} instead of {usd(prices.summonedReply)}.
      </p>
      <button
        type="button"
        className={styles.button}
        disabled={counted.bare === ''}
        title={counted.bare === '' ? 'There is nothing but the link' : `Sends: ${counted.bare}`}
        onClick={sendBare}
      >
        Send without the link
      </button>
    </div>
  );
};
