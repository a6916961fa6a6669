import type {
	IExecuteFunctions,
	IExecuteSingleFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
	INodePropertyRouting,
	NodeOutput,
} from 'n8n-workflow';

import type { Operation } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { onlyIfName, type NamedRecord } from '../operations/onlyIfName';
import { lookupOf } from '../paging/lookup';
import { runCustomOperation } from './customOperation';
import type { NodeOperation } from './results';
import { runRoutedEntry } from './routedEntry';
import { stringOf } from '../values/text';

/** The function that n8n's routing calls instead of sending a request. It also carries the operation for all items. */
interface EntryPoint {
	(this: IExecuteSingleFunctions): Promise<INodeExecutionData[]>;
	target: NodeOperation;
	customOperation(this: IExecuteFunctions): Promise<NodeOutput>;
	/** The same operation with the descriptions of its parameters, and its name as a step of a workflow. */
	showing(fields: INodeProperties[], action: string, record?: NamedRecord): EntryPoint;
}

function entryPointTo(vendor: Vendor, operation: Operation, fields: INodeProperties[], action: string): EntryPoint {
	const target = { vendor, operation, fields, action };
	return Object.assign(
		async function (this: IExecuteSingleFunctions) {
			return await runRoutedEntry(this, () => target);
		},
		{
			target,
			async customOperation(this: IExecuteFunctions) {
				return await runCustomOperation(this, target);
			},
			showing(shown: INodeProperties[], called: string, record?: NamedRecord) {
				const field = shown.find(({ name }) => name === record?.parameter);
				return entryPointTo(
					vendor,
					record && field ? onlyIfName(operation, record, lookupOf(field)) : operation,
					shown,
					called,
				);
			},
		},
	);
}

const isEntryPoint = (value: unknown): value is EntryPoint => typeof value === 'function' && 'customOperation' in value;

const entryPointIn = (routing: INodePropertyRouting | undefined): EntryPoint | undefined => {
	const pagination: unknown = routing?.operations?.pagination;
	return isEntryPoint(pagination) ? pagination : undefined;
};

/** The entry point of an entry of the Operation dropdown; undefined if its routing is not from this package. */
export const targetOf = ({ routing }: INodePropertyOptions): NodeOperation | undefined => entryPointIn(routing)?.target;

/** The routing of an operation, for the node's description. */
export const routingTo = (vendor: Vendor, operation: Operation): INodePropertyRouting => ({
	operations: { pagination: entryPointTo(vendor, operation, [], '') },
});

/**
 * The routing of an operation with these fields.
 * @param record that it is about, if the record has a name
 */
export function routingShowing(
	{ routing, action = '' }: INodePropertyOptions,
	fields: INodeProperties[],
	record?: NamedRecord,
): INodePropertyRouting {
	const entryPoint = entryPointIn(routing);
	return entryPoint
		? { ...routing, operations: { ...routing?.operations, pagination: entryPoint.showing(fields, action, record) } }
		: { ...routing };
}

/** The entry points of a node's operations, by resource and operation. */
export function entryPointsIn(properties: INodeProperties[]): Map<string, Map<string, EntryPoint>> {
	const entryPoints = new Map<string, Map<string, EntryPoint>>();
	for (const { name, displayOptions, options = [] } of properties) {
		if (name !== 'operation') continue;
		for (const resource of displayOptions?.show?.resource ?? []) {
			const byOperation = entryPoints.get(stringOf(resource)) ?? new Map<string, EntryPoint>();
			entryPoints.set(stringOf(resource), byOperation);
			for (const option of options) {
				const entryPoint = 'routing' in option ? entryPointIn(option.routing) : undefined;
				if (entryPoint && 'value' in option) byOperation.set(String(option.value), entryPoint);
			}
		}
	}
	return entryPoints;
}
