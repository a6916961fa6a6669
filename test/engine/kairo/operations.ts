import { useKairoBench } from '../kairo';
import { operationsOn } from '../operations';
import type { Resource } from './endpoints';

/** The operations of one resource of KAIRO on a bench of their own. */
export const useOperations = (resource: Resource) => operationsOn(useKairoBench(), resource);
