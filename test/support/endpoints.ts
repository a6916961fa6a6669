import type { INodeType } from 'n8n-workflow';

import { entryPointsIn } from '../../nodes/shared/engine/entryPoint';
import type { KnownVendor } from './vendors';

/** An endpoint without the names of its IDs, as those of the vendor and ours differ, and without its query: `GET /agents/{}`. */
export const nameless = (endpoint: string): string => endpoint.replace(/\{\w+\}|:\w+/g, '{}').replace(/\?.*$/, '');

/** Which operations of a resource are meant: all, when it says nothing. */
export interface Among {
	only?: string[];
	but?: string[];
}

const sorted = (endpoints: Iterable<string>): string[] => [...new Set([...endpoints].map(nameless))].sort();

/** API Request takes any path. */
const isAny = (endpoint: string): boolean => endpoint.endsWith('…');

/** The endpoints that the definitions of a resource's operations name, once each. */
export function endpointsOfResource(node: INodeType, resource: string, { only, but = [] }: Among = {}): string[] {
	const operations = entryPointsIn(node.description.properties).get(resource);
	if (!operations) throw new Error(`The node has no resource "${resource}"`);
	const chosen = [...operations].filter(([name]) => (only?.includes(name) ?? true) && !but.includes(name));
	return sorted(
		chosen.flatMap(([, { target }]) => target.operation.advice.endpoints ?? []).filter((name) => !isAny(name)),
	);
}

/** The endpoints that a node offers. */
export const endpointsOfNode = (node: INodeType): string[] =>
	sorted(
		[...entryPointsIn(node.description.properties).keys()].flatMap((resource) => endpointsOfResource(node, resource)),
	);

/** The endpoints that the sandbox serves. */
export const servedBy = ({ served }: Pick<KnownVendor, 'served'>): string[] =>
	sorted(served().flatMap(({ routes }) => routes.map(({ method, path }) => `${method} ${path}`)));
