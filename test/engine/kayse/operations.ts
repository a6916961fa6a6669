import { useKayseBench } from '../kayse';
import { operationsOn } from '../operations';
import { ENDPOINTS, type Resource } from './endpoints';

/** The operations of one resource of Kayse (table 11) on a bench of their own. */
export const useOperations = (resource: Resource, endpoints: readonly string[] = ENDPOINTS[resource]) =>
	operationsOn(useKayseBench(), resource, endpoints);

/** Retry On Fail of n8n itself. */
export const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } as const;
