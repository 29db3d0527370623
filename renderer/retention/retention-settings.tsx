import { useCallback, useEffect, useState } from 'react';
import type { Erasure } from '../../shared/api/erase.ts';
import type { HeldThing, Retention } from '../../shared/api/retention.ts';
import { whoMay } from '../../shared/roles.ts';
import { call } from '../call.ts';
import { Group } from '../settings/parts.tsx';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { plural } from '../ui/number.ts';
import { dayName } from '../ui/time.ts';
import { Held } from './holds-part.tsx';
import { RuleForm } from './rule-form.tsx';
import { lastWords } from './words.ts';
import styles from './retention.module.css';

const lookMs = 1500;

type Read = { retention: Retention; holds: readonly HeldThing[]; erasures: readonly Erasure[] };

/** How long each brand keeps what is closed, what is held, and who was erased. */
export const RetentionSettings = () => {
  const accounts = useDesk((desk) => desk.accounts);
  const mayManage = useDesk((desk) => iMay(desk, 'retention.manage'));
  const mayErase = useDesk((desk) => iMay(desk, 'customer.erase'));
  const [read, setRead] = useState<Read | null>(null);
  const [now] = useState(Date.now);
  const look = useCallback(async () => {
    await Promise.all([
      call('retention.read', {}),
      call('hold.all', {}),
      mayErase ? call('erase.list', {}) : { erasures: [] },
    ]).then(
      ([retention, { holds }, { erasures }]) => setRead({ retention, holds, erasures }),
      () => undefined,
    );
  }, [mayErase]);
  useEffect(() => void look(), [look]);
  // What is due goes, and holds are lifted, while somebody looks.
  useEffect(() => {
    const timer = setInterval(() => void look(), lookMs);
    return () => clearInterval(timer);
  }, [look]);
  if (read === null) return null;
  const { retention, holds, erasures } = read;
  return (
    <>
      <Group
        title="How long conversations are kept"
        hint={`${lastWords(retention.last, now)}${mayManage ? '' : ` Only ${whoMay('retention.manage')} may change this.`}`}
      >
        {accounts.length === 0 && <p>No account is connected.</p>}
        {accounts.map(({ account }) => {
          const rule = retention.rules.find(({ accountId }) => accountId === account.id);
          return (
            <RuleForm
              key={`${account.id} ${rule?.closedDays} ${rule?.directDays}`}
              account={account}
              rule={rule}
              mayManage={mayManage}
              onSaved={() => void look()}
            />
          );
        })}
      </Group>
      <Group title="On hold" hint="Stays whatever was decided above, and can’t be erased until it is lifted.">
        {holds.length === 0 ? (
          <p className={styles.aside}>Nothing is on hold.</p>
        ) : (
          <ul className={styles.list}>
            {holds.map((hold) => (
              <Held key={hold.id} hold={hold} mayLift who={whoOf(hold)} />
            ))}
          </ul>
        )}
      </Group>
      {erasures.length > 0 && (
        <Group title="Erased people" hint="When, and how much. Who they were is not kept.">
          <ul className={styles.list}>
            {erasures.map((one) => (
              <li key={one.id}>{erasureWords(one, now)}</li>
            ))}
          </ul>
        </Group>
      )}
    </>
  );
};

const whoOf = ({ handle, threadId }: HeldThing): string => {
  const of = handle === null ? 'a customer' : `@${handle}`;
  return threadId === null ? `Everything of ${of}` : `A thread of ${of}`;
};

const erasureWords = ({ askedAt, endedAt, threads, messages }: Erasure, now: number): string =>
  `${dayName(askedAt, now)}: ${plural(threads, 'thread')}, ${plural(messages, 'message')}${endedAt === null ? ', going on' : ''}`;
