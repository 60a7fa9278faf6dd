import { expect, test } from 'vitest';
import { whyUnread } from '../../src/intake/why-unread.js';

test.each([
  ['EBUSY', 'in-use'],
  ['EPERM', 'no-permission'],
  ['EACCES', 'no-permission'],
  ['ENOENT', 'vanished-meanwhile'],
  ['UNKNOWN', 'not-downloaded'],
  ['EIO', 'disk-error'],
])('%s is %s', (code, reason) => expect(whyUnread(Object.assign(new Error(code), { code }))).toBe(reason));
