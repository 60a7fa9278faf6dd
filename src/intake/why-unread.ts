import type { UnreadableReason } from '../model/rules.js';

/** Why the system would not give a file's bytes, in the words of the finding. */
export function whyUnread(error: unknown): UnreadableReason {
  switch ((error as NodeJS.ErrnoException).code) {
    // Windows: a program that saves, or that has locked a part of the file.
    case 'EBUSY':
      return 'in-use';
    // Renamed or replaced between the listing and the reading, as programs do when they save.
    case 'ENOENT':
    case 'ENOTDIR':
      return 'vanished-meanwhile';
    case 'EISDIR':
      return 'settling';
    case 'ELOOP':
      return 'link';
    case 'ENXIO':
    case 'ENODEV':
      return 'special';
    case 'ENAMETOOLONG':
      return 'path-too-long';
    case 'EMFILE':
    case 'ENFILE':
      return 'too-many-open';
    // Windows has no other answer for a file that lies in the cloud and cannot be fetched.
    case 'UNKNOWN':
      return 'not-downloaded';
    case 'EIO':
      return 'disk-error';
    default:
      return 'no-permission';
  }
}
