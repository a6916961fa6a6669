import { KeyedMutex } from '../../shared/limits/keyedMutex';

/**
 * Locks on records, in all executions of this process: two that read, change and write the same record at the same time would
 * undo each other. Keys have the account in them, see `lockOf`.
 */
export const recordLocks = new KeyedMutex();
