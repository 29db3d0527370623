import { lazy, useState, type ComponentType } from 'react';

/**
 * A part of the window in a file of its own. Fetched ahead it is shown in the same frame: `lazy` alone waits even for
 * what is there already, and keys pressed meanwhile have nowhere to go.
 */
export const ahead = <Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
): { View: ComponentType<Props>; load: () => Promise<unknown> } => {
  let ready: ComponentType<Props> | undefined;
  const load = async (): Promise<ComponentType<Props>> => (ready ??= await fetch());
  const Late = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  const View = (props: Props) => {
    // Chosen once: to change over while it is shown would lose what was typed into it.
    const [Shown] = useState<ComponentType<Props>>(() => ready ?? Late);
    return <Shown {...props} />;
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
