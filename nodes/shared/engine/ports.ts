import type { IDataObject, IExecuteFunctions, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import type { Execution } from '../contract/operation';
import { readSpacing, type Spacing } from '../run/nodeOptions';
import type { Ports } from '../run/ports';
import type { Vendor } from '../contract/vendor';
import { digestOf } from '../run/itemKeys';
import { KeyedMutex } from '../limits/keyedMutex';
import { runMemory } from '../memory/runMemory';
import { lastingKeys } from '../memory/lastingKeys';
import { keptByNode } from '../memory/staticData';
import { download } from './download';
import { hasWaited } from './hasWaited';
import { nodeKeysOf, processKeysOf } from './keyLogs';
import { lineageOf } from './lineage';
import { parametersPort, resolved } from './parameters';
import { readRequestOptions } from './requestOptions';
import { senderPorts } from './senderPorts';
import { turnOf } from './turn';

/** n8n's view of a node that runs: over all items, or from one of them. */
export type NodeContext = IExecuteFunctions | IExecuteSingleFunctions;

/** n8n offers a node with `usableAsTool` to AI agents under its own name with this ending. */
export const isTool = (context: NodeContext): boolean => context.getNode().type.endsWith('Tool');

/** Reads the node parameter `requestOptions` once: it is about the run as a whole, so the first item stands for all. */
function requestOptionsOf(context: NodeContext): () => unknown {
	let read: { value: unknown } | undefined;
	return () => {
		read ??= { value: resolved(context.getNode().parameters.requestOptions, (expression) => context.evaluateExpression(expression, 0)) };
		return read.value;
	};
}

/** Where Request Options cannot be read, every request fails and says so: there is nothing to space. */
function spacingOf(requestOptions: () => unknown): Spacing | undefined {
	try {
		return readSpacing(requestOptions());
	} catch {
		return undefined;
	}
}

/** What a tool does at this moment, by the keys of its items: an agent may call it twice at once. */
const toolCalls = new KeyedMutex();

/** What the memory of a run is about. Another turn of a loop, operation or account is another run; equal calls of an agent's tool are one. */
function runNames(context: NodeContext, account: string) {
	const { resource, operation } = context.getNode().parameters;
	const work = JSON.stringify([resource, operation, account]);
	const turn = isTool(context) ? 0 : turnOf(context);
	// The calls of an agent's tool have no order: what is there is of another one.
	const present = isTool(context) ? 1 : turn;
	const lineage = lineageOf(context);
	const nameOf = (which?: unknown) => digestOf([lineage, context.getNode().id, which]);
	const run = JSON.stringify([isTool(context) ? 'tool' : turn, resource, operation, account]);
	return { run, work, turn, present, lineages: { run: nameOf(run), execution: nameOf(work), node: nameOf() } };
}

/**
 * All that a run of the node needs of n8n.
 * @param fields descriptions of the operation's parameters
 * @param inputs the input items' own data
 */
export function portsOf(
	context: NodeContext,
	vendor: Vendor,
	fields: INodeProperties[],
	inputs: IDataObject[],
	execution: Execution | undefined,
): Ports {
	const asTool = isTool(context);
	const executionId = context.getExecutionId();
	const requestOptions = requestOptionsOf(context);
	const options = () => readRequestOptions(requestOptions());
	const sending = senderPorts(context, vendor, options);
	const { lineages, ...names } = runNames(context, sending.http.account);
	const isCancelled = () => context.getExecutionCancelSignal()?.aborted ?? false;
	const waiting = { cancelled: isCancelled, time: sending.time };
	const nodeKeys = nodeKeysOf(context);
	const keyLog = nodeKeys?.log;
	const keys = keyLog && lastingKeys(keyLog);
	return {
		...sending,
		http: {
			...sending.http,
			async download(file) {
				const { baseUrl } = await sending.http.connect();
				return await download(context, file, baseUrl, options());
			},
		},
		parameters: parametersPort(context, fields, inputs, asTool),
		memory: runMemory(context.getContext('node'), { ...names, execution: executionId }),
		lineages,
		executionId,
		keyLog,
		lease: nodeKeys?.leases.ofRun(lineages.node, isCancelled),
		keys,
		contactKeys: keys ?? processKeysOf(context),
		exclusively: async (locks, work) => (asTool ? await toolCalls.runExclusive(locks, work, waiting) : await work()),
		staticData: async (remedy) => await keptByNode(context, { keys, hasWaited: async () => await hasWaited(context), remedy }),
		spacing: spacingOf(requestOptions),
		execution,
		isCancelled,
	};
}
