import { lazy, Suspense } from 'react';
import { hasDoor } from './call.ts';
import { DeskView } from './desk/desk-view.tsx';
import { Overlays } from './desk/overlays.tsx';
import { useDesk } from './store/desk.ts';
import { openDesk } from './store/load.ts';
import { Plate } from './ui/plate.tsx';

const Repair = lazy(async () => ({ default: (await import('./backup/repair.tsx')).Repair }));
const Welcome = lazy(async () => ({ default: (await import('./welcome/welcome.tsx')).Welcome }));

export const App = () => (hasDoor() ? <Window /> : <NoDoor />);

const Window = () => {
  const phase = useDesk((desk) => desk.phase);
  const isFirstRun = useDesk((desk) => desk.accounts.length === 0 && desk.practice === 'off');
  if (phase === 'opening') return null;
  if (phase === 'failed') return <Failed />;
  return (
    <>
      {isFirstRun ? (
        <Suspense fallback={null}>
          <Welcome />
        </Suspense>
      ) : (
        <DeskView />
      )}
      <Overlays />
    </>
  );
};

const Failed = () => {
  const problem = useDesk((desk) => desk.problem);
  if (problem?.code === 'damaged')
    return (
      <Suspense fallback={null}>
        <Repair />
      </Suspense>
    );
  return (
    <Plate title="The desk could not be opened">
      <p>{problem?.message}</p>
      <p>Nothing on disk was changed. What you sent, and what customers wrote, is still there.</p>
      <Plate.Button onPress={() => void openDesk()}>Try again</Plate.Button>
    </Plate>
  );
};

const NoDoor = () => (
  <Plate title="This page is the inside of Earshot">
    <p>It was opened in a plain browser, where it can reach neither your messages nor the networks.</p>
    <p>Start the Earshot application instead.</p>
  </Plate>
);
