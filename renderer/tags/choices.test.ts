import { expect, it } from 'vitest';
import type { TagId } from '../../shared/ids.ts';
import type { Tag } from '../../shared/model.ts';
import { choicesFor } from './tag-picker.tsx';

const tag = (name: string): Tag => ({ id: name as TagId, name, colour: 'red', revision: 1 });
const tags = [tag('Billing'), tag('old bill'), tag('outage')];
const offered = (query: string, worn = ''): string[] =>
  choicesFor(query, tags, worn).map(
    ({ name, tag: known, isOn }) => `${isOn ? '-' : known ? '+' : 'new '}${name}`,
  );

it('what begins with it comes first, and a name that is nobody’s can be made', () => {
  expect(offered('bill')).toEqual(['+Billing', '+old bill', 'new bill']);
  expect(offered('#billing')).toEqual(['+Billing']);
});

it('what all of them wear stands first, and is taken off', () => {
  expect(offered('', 'outage')).toEqual(['-outage', '+Billing', '+old bill']);
});
