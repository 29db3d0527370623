import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { flushSync } from 'react-dom';

/**
 * A part of the window in a file of its own. Fetched ahead it is shown in the same frame; otherwise as soon as it is there,
 * and `waiting` until then. Not by `lazy`: React holds what a `Suspense` waited for back, up to 0.3 s after it has rendered
 * it (its FALLBACK_THROTTLE_MS), and what was typed in between reached a part that had been laid out without it.
 */
export const ahead = <Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  waiting: (props: Props) => ReactNode = () => null,
): { View: ComponentType<Props>; load: () => Promise<unknown> } => {
  let ready: ComponentType<Props> | undefined;
  const load = async (): Promise<ComponentType<Props>> => (ready ??= await fetch());
  const View = (props: Props): ReactNode => {
    const [Shown, setShown] = useState<ComponentType<Props> | undefined>(() => ready);
    const [failed, setFailed] = useState<{ why: unknown } | null>(null);
    const isHere = Shown !== undefined;
    useEffect(() => {
      if (isHere) return;
      load().then(
        // With its effects, in one go: no key comes between the part and what it does once it is there.
        (part) => flushSync(() => setShown(() => part)),
        (why: unknown) => setFailed({ why }),
      );
    }, [isHere]);
    if (failed) throw failed.why;
    return Shown ? <Shown {...props} /> : waiting(props);
  };
  return { View, load };
};

// On a busy morning the window is never idle.
const latestMs = 1500;

/** Runs it once the window has nothing better to do; what can't be fetched now is tried again when it is needed. */
export const whenIdle = (load: () => Promise<unknown>): (() => void) => {
  if (typeof requestIdleCallback === 'undefined') return () => undefined;
  const idle = requestIdleCallback(() => void load().catch(() => undefined), { timeout: latestMs });
  return () => cancelIdleCallback(idle);
};
