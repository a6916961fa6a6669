import { endpointOf, categories, type CategoryName, type EndpointName } from '../../../nodes/Kairo/endpoints';

export type Resource = CategoryName;

export const RESOURCES = Object.keys(categories) as Resource[];

/** A resource's endpoints with their whole paths, by the names of their operations. */
export const endpointsOf = (resource: Resource) =>
	(Object.keys(categories[resource].endpoints) as Array<EndpointName<typeof resource>>).map((operation) => ({
		operation,
		...endpointOf(resource, operation),
	}));

/** As the sandbox's routes write the paths. */
export const routesOf = (resource: Resource): string[] =>
	endpointsOf(resource).map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);

/** Method and path of an endpoint; `*` stands for an ID that is not given. */
export function placeOf<C extends Resource>(resource: C, operation: EndpointName<C>, ids: Record<string, string> = {}) {
	const { method, path } = endpointOf(resource, operation);
	return { method, path: path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '*') };
}

/** The same in one text, such as "GET /agents/a1". */
export function placeIn<C extends Resource>(
	resource: C,
	operation: EndpointName<C>,
	ids: Record<string, string> = {},
): string {
	const { method, path } = placeOf(resource, operation, ids);
	return `${method} ${path}`;
}
