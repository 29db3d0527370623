import { expect, it } from 'vitest';
import { kindOf, whyNotAttach } from './rules.ts';

const file = (type: string, size = 1000) => ({ name: 'a.file', type, size });
const mega = 1024 * 1024;

it('takes four pictures, or one GIF, or one film; one of any in a direct message', () => {
  const post = (type: string, ...there: ('photo' | 'gif' | 'video')[]) =>
    whyNotAttach(file(type), there, 'post');
  expect(post('image/png')).toBeNull();
  expect(post('image/webp', 'photo', 'photo', 'photo')).toBeNull();
  expect(post('image/jpeg', 'photo', 'photo', 'photo', 'photo')).toContain('four pictures');
  expect(post('image/gif', 'photo')).toContain('goes alone');
  expect(post('image/png', 'video')).toContain('goes alone');
  expect(post('video/mp4', 'video')).toContain('goes alone');
  expect(whyNotAttach(file('image/png'), ['photo'], 'dm')).toContain('takes one');
});

it('refuses in words what X does not take', () => {
  expect(kindOf(file('image/svg+xml'))).toBeNull();
  expect(whyNotAttach(file('image/svg+xml'), [], 'post')).toContain('X takes PNG');
  expect(whyNotAttach(file('image/png', 5 * mega + 1), [], 'post')).toContain('may have 5 MB');
  expect(whyNotAttach(file('video/mp4', 512 * mega), [], 'post')).toBeNull();
  expect(whyNotAttach(file('image/png', 0), [], 'post')).toContain('nothing in it');
});
