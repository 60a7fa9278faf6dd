import type { UnreadableReason } from '../model/rules.js';

/** Why the system would not give a file's bytes, in the words of the finding. */
export function whyUnread(error: unknown): UnreadableReason {
  switch ((error as NodeJS.ErrnoException).code) {
    // Windows: a program that saves, or that has locked a part of the file.
    case 'EBUSY':
      return 'in-use';
    // Renamed or replaced between the listing and the reading, as programs do when they save.
    case 'ENOENT':
      return 'settling';
    // Windows has no other answer for a file that lies in the cloud and cannot be fetched.
    case 'UNKNOWN':
      return 'not-downloaded';
    case 'EIO':
      return 'damaged';
    default:
      return 'no-permission';
  }
}
