import { startSimulator } from '../../simulator/simulator.ts';
import type { User } from '../../simulator/world/model.ts';
import { createDice } from '../town/dice.ts';
import { sentence } from '../town/words.ts';
import { orderOf, type NetworkOrder } from './order.ts';

/** A network of many brands, in a process of its own: what it costs is not the desk's. Writes its port on the first line. */
const { brands, speed, perMinute } = orderOf<NetworkOrder>();
const { context, world, port } = await startSimulator({ customers: false, opening: 0, rate: 0 });
const { authoring, clock } = context;
clock.setSpeed(speed);

const [first] = world.brands();
if (first === undefined) throw new Error('The simulator has no brand.');
const named = (handle: string, id: number, isBrand: boolean): User => ({
  ...first,
  ...{ id: String(id), handle, name: handle, isBrand },
});
const all = Array.from({ length: brands }, (_, at) => named(`brand${at}`, 8_000_000 + at, true));
const customers = Array.from({ length: 60 * brands }, (_, at) => named(`caller${at}`, 9_000_000 + at, false));
for (const user of [...all, ...customers]) authoring.putUser(user);

const dice = createDice(20);
const begunAt = clock.now();
let written = 0;
setInterval(() => {
  const due = ((clock.now() - begunAt) / 60_000) * perMinute * brands;
  for (; written < due; written += 1) {
    const brand = all[written % brands] ?? first;
    const author = dice.pick(customers);
    const atMs = clock.now();
    const text = sentence(dice, brand.handle);
    if (written % 5 === 4)
      authoring.writeDirect({ sender: author, recipient: brand, text, atMs, origin: 'control' });
    else authoring.writePost({ author, text, atMs, origin: 'control' });
  }
}, 50);
process.on('disconnect', () => process.exit(0));
process.send?.({ port, handles: all.map(({ handle }) => handle), nowMs: clock.now() });
