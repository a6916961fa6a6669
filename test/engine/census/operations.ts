import { entryPointsIn } from '../../../nodes/shared/engine/entryPoint';
import type { NodeOperation } from '../../../nodes/shared/engine/results';
import { packageNodes, type PackageNode } from '../executor/evaluations/nodes';
import { SAMPLES } from './samples';
import type { Sample } from './sample';
import type { Writing } from './writing';

/** An operation of a node, as its description says, with how it is run in the census if it writes. */
export interface Offered {
	node: PackageNode;
	name: string;
	resource: string;
	operationName: string;
	target: NodeOperation;
	sample: Sample | undefined;
}

/** All operations of all nodes. */
export function offeredOperations(): Offered[] {
	return packageNodes.flatMap((node) => {
		const { description } = node.create();
		return [...entryPointsIn(description.properties)].flatMap(([resource, entryPoints]) =>
			[...entryPoints].map(([operationName, { target }]) => ({
				node,
				name: `${description.displayName}: ${resource} > ${operationName}`,
				resource,
				operationName,
				target,
				sample: SAMPLES[description.name]?.[resource]?.[operationName],
			})),
		);
	});
}

/** As the nodes are called. */
export const VENDORS = packageNodes.map((node) => node.create().description.displayName);

/** @param vendor name of the node, such as "Kakiyo" */
export const writingOperations = (vendor: string): Writing[] =>
	offeredOperations().flatMap(({ node, target, sample, ...rest }) => {
		const { description } = node.create();
		return sample && description.displayName === vendor ? [{ ...target, ...rest, sample, description }] : [];
	});
