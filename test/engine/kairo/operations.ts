import { useKairoBench } from '../kairo';
import { operationsOn } from '../operations';
import { routesOf, type Resource } from './endpoints';

/** The operations of one resource of KAIRO on a bench of their own. */
export function useOperations(resource: Resource) {
	return operationsOn(useKairoBench(), resource, routesOf(resource));
}
