import type { IDataObject, IExecuteFunctions, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { readSpacing, type Spacing } from '../run/nodeOptions';
import { noTimeout, modelTimeout } from '../run/callerTimeout';
import type { ExecutionPort, Ports } from '../run/ports';
import type { Vendor } from '../contract/vendor';
import { digestOf } from '../run/itemKeys';
import { KeyedMutex } from '../limits/keyedMutex';
import { runMemory } from '../memory/runMemory';
import { persistentKeys } from '../memory/persistentKeys';
import { keptByNode } from '../memory/staticData';
import type { Caller } from './caller';
import { download } from './download';
import { resolved } from './expressions';
import { fieldLabels } from './fieldLabels';
import { hasWaited } from './hasWaited';
import { earlierCalls, nodeKeysOf, processKeysOf } from './keyLogs';
import { lineageOf } from './lineage';
import { parametersPort } from './parameters';
import { readRequestOptions } from './requestOptions';
import { senderPorts } from './senderPorts';
import { callerTime } from './systemTime';
import { turnOf } from './turn';

/** n8n's view of a node that runs: over all items, or from one of them. */
export type NodeContext = IExecuteFunctions | IExecuteSingleFunctions;

/** A call of the node, with its caller. */
export interface Call {
	caller: Caller;
	/** The input items' own data; for a model, the values that it sent. */
	inputs: IDataObject[];
	/** undefined if the execution cannot be put to wait */
	execution?: ExecutionPort;
}

/** Reads the node parameter `requestOptions` once, from the first item: it is about the run as a whole. */
function requestOptionsOf(context: NodeContext): () => unknown {
	let read: { value: unknown } | undefined;
	return () => {
		read ??= {
			value: resolved(context.getNode().parameters.requestOptions, (expression) =>
				context.evaluateExpression(expression, 0),
			),
		};
		return read.value;
	};
}

/** If Request Options cannot be read, every request fails with this error, so no pauses are needed. */
function spacingOf(requestOptions: () => unknown): Spacing | undefined {
	try {
		return readSpacing(requestOptions());
	} catch {
		return undefined;
	}
}

/** What a tool is doing now, by the keys of its items: an agent may call it twice at once. */
const toolCalls = new KeyedMutex();

/**
 * The subject of a run's memory. Another turn of a loop, operation or account is another run; equal calls of an agent's
 * tool are one.
 */
function runNames(context: NodeContext, caller: Caller, account: string) {
	const { resource, operation } = context.getNode().parameters;
	const work = JSON.stringify([resource, operation, account]);
	const isTool = caller === 'model';
	const turn = isTool ? 0 : turnOf(context);
	// The calls of an agent's tool have no order: a found record belongs to another call.
	const present = isTool ? 1 : turn;
	const lineage = lineageOf(context);
	const nameOf = (which?: unknown) => digestOf([lineage, context.getNode().id, which]);
	const run = JSON.stringify([isTool ? 'tool' : turn, resource, operation, account]);
	return { run, work, turn, present, lineages: { run: nameOf(run), execution: nameOf(work), node: nameOf() } };
}

/**
 * Everything from n8n that a run of the node needs.
 * @param fields descriptions of the operation's parameters
 */
export function portsOf(
	context: NodeContext,
	vendor: Vendor,
	fields: INodeProperties[],
	{ caller, inputs, execution }: Call,
): Ports {
	const asTool = caller === 'model';
	const executionId = context.getExecutionId();
	const requestOptions = requestOptionsOf(context);
	const options = () => readRequestOptions(requestOptions());
	const sending = senderPorts(context, vendor, options);
	const { lineages, ...names } = runNames(context, caller, sending.http.account);
	const tool = { work: names.work, calls: earlierCalls, isRetry: context.getMode() === 'retry' };
	const patience = asTool ? modelTimeout(callerTime) : noTimeout;
	const isCancelled = () => (context.getExecutionCancelSignal()?.aborted ?? false) || patience.isOver();
	const waiting = { cancelled: isCancelled, time: sending.time };
	const nodeKeys = nodeKeysOf(context);
	const keyLog = nodeKeys?.log;
	const keys = keyLog && persistentKeys(keyLog);
	return {
		...sending,
		http: {
			...sending.http,
			async connect() {
				const connection = await sending.http.connect();
				return { ...connection, exchange: async (...asked) => await patience.answered(connection.exchange(...asked)) };
			},
			async download(file) {
				const { baseUrl } = await sending.http.connect();
				return await patience.fetched(download(context, file, baseUrl, options()));
			},
		},
		labels: () => fieldLabels(fields, context.getNode().parameters),
		parameters: parametersPort(context, fields, inputs, asTool, vendor.listedBy),
		memory: runMemory(context.getContext('node'), { ...names, execution: executionId }),
		lineages,
		executionId,
		keyLog,
		lease: nodeKeys?.leases.ofRun(lineages.node, isCancelled),
		keys,
		contactKeys: keys ?? processKeysOf(context),
		...(asTool && { tool }),
		exclusively: async (locks, work) => (asTool ? await toolCalls.runExclusive(locks, work, waiting) : await work()),
		staticData: async (remedy) =>
			await keptByNode(context, { keys, hasWaited: async () => await hasWaited(context), remedy }),
		spacing: spacingOf(requestOptions),
		execution,
		patience,
		isCancelled,
	};
}
