import { lazy, Suspense } from 'react';
import { useDesk } from '../store/desk.ts';

const Palette = lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette }));
const Help = lazy(async () => ({ default: (await import('../help/help.tsx')).Help }));
const Connect = lazy(async () => ({ default: (await import('../welcome/connect.tsx')).Connect }));
const Introduce = lazy(async () => ({ default: (await import('../welcome/introduce.tsx')).Introduce }));

/** Dialogs, each fetched when it is first asked for. */
export const Overlays = () => {
  const overlay = useDesk((desk) => desk.overlay);
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <Palette />}
      {overlay === 'help' && <Help />}
      {overlay === 'connect' && <Connect />}
      {overlay === 'introduce' && <Introduce />}
    </Suspense>
  );
};
