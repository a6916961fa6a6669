import { KeyedMutex } from '../../shared/limits/keyedMutex';

/**
 * Locks on records, for all executions of this process: two updates of the same record at the same time would undo each
 * other. The keys include the account, see `lockOf`.
 */
export const recordLocks = new KeyedMutex();
