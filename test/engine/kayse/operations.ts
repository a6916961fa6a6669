import type { Among } from '../../support/endpoints';
import { useKayseBench } from '../kayse';
import { operationsOn } from '../operations';

/** The operations of one resource of Kayse on a bench of their own. */
export const useOperations = (resource: string, among?: Among) => operationsOn(useKayseBench(), resource, among);

/** Retry On Fail of n8n itself. */
export const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;
