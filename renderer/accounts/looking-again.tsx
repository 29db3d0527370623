import { useState } from 'react';
import { prices, usd } from '../../shared/prices.ts';
import { whoMay } from '../../shared/roles.ts';
import { save } from '../commands/settings.ts';
import { useDesk } from '../store/desk.ts';
import { iMay } from '../store/rights.ts';
import { Field } from '../ui/field.tsx';
import { plural } from '../ui/number.ts';
import form from '../ui/form.module.css';

const dollar = 1_000_000;
const mostDollars = 1000;
/** A post, its author, and the same of what it answers or quotes. */
const dearest = 2 * (prices.readPost + prices.readUser);

/** What it may cost to learn of edits and deletions. */
export const LookingAgain = () => {
  const value = useDesk((desk) => desk.settings.recheckMicrosPerDay);
  const why = useDesk((desk) =>
    iMay(desk, 'account.manage') ? null : `Only ${whoMay('account.manage')} may change this.`,
  );
  const [typed, setTyped] = useState((value / dollar).toFixed(2));
  const micros = microsIn(typed);
  return (
    <Field
      label="At most so many US dollars a day, for each account"
      hint={[micros === null ? wrong : worth(micros), why].filter(Boolean).join(' ')}
    >
      {(worn) => (
        <input
          {...worn}
          className={`${form.input} ${form.short}`}
          inputMode="decimal"
          autoComplete="off"
          readOnly={why !== null}
          aria-invalid={micros === null}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => {
            if (micros === null) return;
            setTyped((micros / dollar).toFixed(2));
            if (micros !== value) void save({ recheckMicrosPerDay: micros });
          }}
        />
      )}
    </Field>
  );
};

/** Null: it is no sum that can be set. */
const microsIn = (typed: string): number | null => {
  if (!/^\d{1,4}(?:[.,]\d{0,2})?$/u.test(typed.trim())) return null;
  const micros = Math.round(Number(typed.trim().replace(',', '.')) * dollar);
  return micros > mostDollars * dollar || (micros > 0 && micros < dearest) ? null : micros;
};

const wrong = `Dollars and cents: 0, or from ${usd(dearest)} to ${mostDollars}.`;

const worth = (micros: number): string =>
  micros === 0
    ? '0: never. What is deleted or edited on X later stays here as it was.'
    : `Enough for ${plural(Math.floor(micros / dearest), 'post')} or more. 0: never.`;
