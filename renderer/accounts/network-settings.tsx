import { useEffect, useState } from 'react';
import { proxySchemes } from '../../shared/proxy-kinds.ts';
import type { ProxySettings, ProxyState } from '../../shared/proxy.ts';
import { call } from '../call.ts';
import { Choices } from '../settings/parts.tsx';
import { attempt as quietly } from '../store/notices.ts';
import { Field, Text } from '../ui/field.tsx';
import { Trouble } from '../ui/form-foot.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { Secret } from './secret.tsx';
import form from '../ui/form.module.css';
import styles from './accounts.module.css';

type Typed = ProxySettings & { portText: string; password: string };

/** How this machine reaches X: everything goes this way, answers, sign-ins and pictures. */
export const NetworkSettings = () => {
  const [known, setKnown] = useState<ProxyState | null>(null);
  useEffect(() => {
    void quietly(async () => setKnown(await call('proxy.read', {})));
  }, []);
  return known && <ProxyForm key={JSON.stringify(known)} known={known} onSaved={setKnown} />;
};

const ProxyForm = ({ known, onSaved }: { known: ProxyState; onSaved: (state: ProxyState) => void }) => {
  const [typed, setTyped] = useState<Typed>(() => ({ ...known, portText: String(known.port), password: '' }));
  const [tried, setTried] = useState<{ isTrying: boolean; words: string | null }>(untried);
  const { trouble, setTrouble, attempt } = useAttempt(() => undefined);
  const change = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });

  const save = (): void => {
    const why = whyNot(typed);
    if (why !== null) return setTrouble(why);
    const { mode, scheme, host, pacUrl, user, password, portText } = typed;
    return void attempt(async () => {
      const proxy = { mode, scheme, host, port: Number(portText), pacUrl, user };
      onSaved(await call('proxy.save', { proxy, ...(password !== '' && { password }) }));
      return 'Saved. The next connections go this way.';
    });
  };
  const tryIt = async (): Promise<void> => {
    setTried({ isTrying: true, words: null });
    await attempt(async () => {
      const { via } = await call('proxy.try', {});
      setTried({ isTrying: false, words: `X was reached ${via}.` });
      return null;
    });
    setTried((before) => ({ ...before, isTrying: false }));
  };
  return (
    <form
      className={form.form}
      aria-label="Way to the network"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Choices
        name="proxy"
        label="Proxy"
        isLegendShown
        value={typed.mode}
        options={modes}
        onChange={(mode) => change({ mode })}
      />
      {typed.mode === 'manual' && <Manual typed={typed} onChange={change} />}
      {typed.mode === 'pac' && (
        <Text
          label="Address of the script"
          hint="Ends in .pac as a rule; your network’s administrators know it."
          value={typed.pacUrl}
          onChange={(pacUrl) => change({ pacUrl })}
        />
      )}
      {typed.mode !== 'direct' && <Credentials known={known} typed={typed} onChange={change} />}
      <Trouble words={trouble} />
      {tried.words !== null && trouble === null && <output>{tried.words}</output>}
      <div className={form.buttons}>
        <button type="button" className={form.plain} disabled={tried.isTrying} onClick={() => void tryIt()}>
          {tried.isTrying ? 'Trying…' : 'Try what is saved'}
        </button>
        <button type="submit" className={form.primary}>
          Save
        </button>
      </div>
    </form>
  );
};

const untried = { isTrying: false, words: null };

const modes = [
  { value: 'system', label: 'As the system', hint: 'Whatever this machine is set to, scripts included.' },
  { value: 'direct', label: 'None' },
  { value: 'manual', label: 'A proxy of this network' },
  { value: 'pac', label: 'A script decides (PAC)' },
] as const;

const schemeWords: Record<ProxySettings['scheme'], string> = {
  http: 'HTTP',
  https: 'HTTPS',
  socks5: 'SOCKS 5',
};

type PartProps = { typed: Typed; onChange: (part: Partial<Typed>) => void };

const Manual = ({ typed, onChange }: PartProps) => (
  <>
    <Field label="Kind">
      {(worn) => (
        <select
          {...worn}
          className={form.input}
          value={typed.scheme}
          onChange={({ target }) => onChange({ scheme: target.value as ProxySettings['scheme'] })}
        >
          {proxySchemes.map((scheme) => (
            <option key={scheme} value={scheme}>
              {schemeWords[scheme]}
            </option>
          ))}
        </select>
      )}
    </Field>
    <div className={styles.pair}>
      <Text label="Host" value={typed.host} maxLength={253} onChange={(host) => onChange({ host })} />
      <Text
        label="Port"
        value={typed.portText}
        maxLength={5}
        onChange={(portText) => onChange({ portText })}
      />
    </div>
  </>
);

const Credentials = ({ known, typed, onChange }: PartProps & { known: ProxyState }) => (
  <div className={styles.pair}>
    <Text
      label="Name at the proxy"
      hint="Empty: it does not ask."
      value={typed.user}
      maxLength={200}
      onChange={(user) => onChange({ user })}
    />
    <Secret
      label="Password"
      hint={passwordHint(known)}
      value={typed.password}
      onChange={(password) => onChange({ password })}
    />
  </div>
);

const passwordHint = ({ hasPassword, isPasswordForThisRun }: ProxyState): string => {
  if (isPasswordForThisRun) return 'Kept for this run only: this machine has no keyring.';
  return hasPassword ? 'One is kept; empty leaves it.' : 'Kept in the keyring.';
};

const whyNot = ({ mode, host, portText, pacUrl }: Typed): string | null => {
  const port = Number(portText);
  if (mode === 'manual' && host.trim() === '') return 'Enter the proxy’s host.';
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return 'A port is a whole number from 1 to 65535.';
  if (mode === 'pac' && !/^https?:\/\/\S+$/u.test(pacUrl.trim()))
    return 'The address of the script begins with https:// or http://.';
  return null;
};
