import { expect, test } from 'vitest';
import { whyUnread } from '../../src/intake/why-unread.js';

test.each([
  ['EBUSY', 'in-use'],
  ['EPERM', 'no-permission'],
  ['EACCES', 'no-permission'],
  ['ENOENT', 'settling'],
  ['UNKNOWN', 'not-downloaded'],
  ['EIO', 'damaged'],
])('%s is %s', (code, reason) => expect(whyUnread(Object.assign(new Error(code), { code }))).toBe(reason));
