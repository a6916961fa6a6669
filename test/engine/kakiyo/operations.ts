import type { Among } from '../../support/endpoints';
import { useKakiyoBench } from '../kakiyo';
import { operationsOn } from '../operations';

/** The operations of one resource of Kakiyo on a bench of their own. */
export const useOperations = (resource: string, among?: Among) => operationsOn(useKakiyoBench(), resource, among);
