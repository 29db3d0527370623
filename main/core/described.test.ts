import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startPrism, type Prism } from '../../simulator/prism.ts';
import { startRoad } from './testing/road.ts';

// The network's own description judges everything the desk asks and everything it is told.
const description = (version: string): string =>
  path.resolve(import.meta.dirname, `../../../shared/data/x-openapi-${version}.json`);

it.each([
  { version: '2.166', vocabulary: 'tweet' },
  { version: '2.167', vocabulary: 'post' },
] as const)(
  'keeps to the description $version from first reading to answered thread',
  async ({ version, vocabulary }) => {
    if (!existsSync(description(version))) {
      console.log(`skipped: the description ${version} is not beside this project`);
      return;
    }
    let prism: Prism | undefined;
    const road = await startRoad({ vocabulary }, async (simulator) => {
      prism = await startPrism(simulator, description(version));
      return prism.port;
    });
    const { rig } = road;
    try {
      const root = rig.say('bob', 'the network is down in Leeds again');
      const first = rig.say('maya', `@${rig.brand.handle} same here 😡 https://example.com/map`, {
        replyTo: root,
      });
      rig.direct('maya', 'my number is 0113 496 0000');
      rig.repost('lee', first);
      await road.readAll();
      road.reply('Sorry Maya, looking into it');
      road.reply('Thank you, we call you now', { kind: 'dm', sendAnyway: true });
      await road.deliver();
      rig.edit(
        rig.say('maya', `@${rig.brand.handle} thnaks`, { replyTo: rig.posted()[0]?.id ?? '' }),
        'thanks',
      );
      road.advance(60_000);
      await road.readAll();
      expect(rig.posted()).toHaveLength(1);
      expect(rig.directed()).toHaveLength(1);
      expect(prism?.violations()).toEqual([]);
    } finally {
      await road.close();
      await prism?.close();
    }
  },
);
