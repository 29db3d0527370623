import { expect, it } from 'vitest';
import { assetPath } from './asset-path.ts';
import { externalAddress } from './external-address.ts';
import { telephoneAddress } from './telephone-address.ts';

const root = '/opt/earshot/renderer';

it.each([
  ['app://earshot/', '/opt/earshot/renderer/index.html'],
  ['app://earshot/assets/index.js', '/opt/earshot/renderer/assets/index.js'],
  ['app://earshot/assets/index.js?v=1#x', '/opt/earshot/renderer/assets/index.js'],
])('serves %s', (url, file) => {
  expect(assetPath(root, url)).toBe(file);
});

it.each([
  'app://earshot/../secret',
  'app://earshot/%2e%2e/secret',
  'app://earshot/%2E%2E%2Fsecret',
  'app://earshot/..%5csecret',
  'app://earshot/a%5C..%5C..%5Csecret',
  'app://earshot/a\\..\\secret',
  'app://earshot/index.html%00.js',
  'app://earshot/%ff',
  'app://evil/index.html',
  'app://earshot.evil/index.html',
  'app://user@evil/index.html',
  'file:///etc/passwd',
  'https://earshot/index.html',
  'not an address',
])('has nothing at %s', (url) => {
  expect(assetPath(root, url)).toBeNull();
});

it.each([
  ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
  ['http://example.com', 'http://example.com/'],
  ['mailto:someone@example.com', 'mailto:someone@example.com'],
  ['https://аpple.com/', 'https://xn--pple-43d.com/'],
])('opens %s outside', (url, address) => {
  expect(externalAddress(url)).toBe(address);
});

it.each([
  'javascript:alert(1)',
  'data:text/html,hi',
  'file:///etc/passwd',
  'smb://host/share',
  'tel:+441134960017',
  'sip:+441134960017@pbx.example',
  'ms-msdt:/id',
  'vbscript:x',
  'app://earshot/',
  'earshot://call?from=1',
  'https://bank.com@evil.example/',
  'https://user:password@example.com/',
  'https://',
  '',
  'C:\\Windows\\System32\\calc.exe',
])('refuses to open %s', (url) => {
  expect(() => externalAddress(url)).toThrow(/does not open/u);
});

it('hands a number of the desk to a softphone, and nothing that is more than a number', () => {
  expect(telephoneAddress('+441134960017', { scheme: 'tel', host: '' })).toBe('tel:+441134960017');
  expect(telephoneAddress('+441134960017', { scheme: 'sip', host: '' })).toBe('sip:+441134960017');
  expect(telephoneAddress('+441134960017', { scheme: 'sip', host: 'pbx.example' })).toBe(
    'sip:+441134960017@pbx.example',
  );
  for (const number of ['', '0113 496 0017', '+44113;phone-context=x', '+441134960017?x=1', '*31#', 'x']) {
    expect(() => telephoneAddress(number, { scheme: 'tel', host: '' })).toThrow(/no number/u);
  }
});
