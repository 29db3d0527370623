import { hasDoor } from './call.ts';
import { DeskView } from './desk/desk-view.tsx';
import { Overlays } from './desk/overlays.tsx';
import { useDesk } from './store/desk.ts';
import { openDesk } from './store/load.ts';
import { ahead } from './ui/ahead.tsx';
import { Unbroken } from './ui/broken.tsx';
import { Plate } from './ui/plate.tsx';

const { View: Repair } = ahead(async () => (await import('./backup/repair.tsx')).Repair);
const { View: Welcome } = ahead(async () => (await import('./welcome/welcome.tsx')).Welcome);

export const App = () => <Unbroken>{hasDoor() ? <Window /> : <NoDoor />}</Unbroken>;

const Window = () => {
  const phase = useDesk((desk) => desk.phase);
  const isFirstRun = useDesk((desk) => desk.accounts.length === 0 && desk.practice === 'off');
  if (phase === 'opening') return null;
  if (phase === 'failed') return <Failed />;
  return (
    <>
      {isFirstRun ? <Welcome /> : <DeskView />}
      <Overlays />
    </>
  );
};

const Failed = () => {
  const problem = useDesk((desk) => desk.problem);
  if (problem?.code === 'damaged') return <Repair />;
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
