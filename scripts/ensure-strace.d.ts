/** Whether calls to the system can be traced here; installs strace under CI. */
export function ensureStrace(): boolean;
