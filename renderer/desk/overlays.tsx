import { Suspense, useEffect } from 'react';
import { useDesk } from '../store/desk.ts';
import { ahead, whenIdle } from '../ui/ahead.tsx';

const { View: Palette, load: loadPalette } = ahead(
  async () => (await import('../palette/palette.tsx')).Palette,
);
const { View: Help, load: loadHelp } = ahead(async () => (await import('../help/help.tsx')).Help);
const { View: Connect, load: loadConnect } = ahead(
  async () => (await import('../welcome/connect.tsx')).Connect,
);
const { View: Introduce, load: loadIntroduce } = ahead(
  async () => (await import('../welcome/introduce.tsx')).Introduce,
);

const loadAll = (): Promise<unknown> =>
  Promise.all([loadPalette(), loadHelp(), loadConnect(), loadIntroduce()]);

/** Dialogs, fetched once the window has nothing better to do, or when one is asked for before that. */
export const Overlays = () => {
  const overlay = useDesk((desk) => desk.overlay);
  useEffect(() => whenIdle(loadAll), []);
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <Palette />}
      {overlay === 'help' && <Help />}
      {overlay === 'connect' && <Connect />}
      {overlay === 'introduce' && <Introduce />}
    </Suspense>
  );
};
