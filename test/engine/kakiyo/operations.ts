import { useKakiyoBench } from '../kakiyo';
import { operationsOn } from '../operations';
import { ENDPOINTS, type Resource } from './endpoints';

/** The operations of one resource of Kakiyo (table 14) on a bench of their own. */
export const useOperations = (resource: Resource) => operationsOn(useKakiyoBench(), resource, ENDPOINTS[resource]);
