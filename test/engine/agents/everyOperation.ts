import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { editor } from '../editor';
import { asTool, runNode, type NodeRun } from '../engine';
import { expressionAt, generate, type Generated } from '../executor/evaluations/generate';
import { credentialFor, packageNodes, type PackageNode } from '../executor/evaluations/nodes';
import { operationsOf, type Way } from '../executor/evaluations/ways';
import { itemsOf } from './reads';

/** How a model's call comes in: see docs/agents.md. */
export const WAYS = ['AI Agent 3', 'MCP and AI Agent 1.x and 2.x'] as const;

/** How a call differs from the usual one. */
interface Other {
	/** In place of the operation's own. */
	parameters?: INodeParameters;
	/** ID of the credential and the workflow, which are others in each call when absent; further fields of the credential. */
	account?: { id?: string; fields?: ICredentialDataDecryptedObject };
}

/** One operation of one node, filled in with what fits. */
export interface AnyOperation {
	/** As in "Kakiyo Campaign > Delete". */
	at: string;
	node: PackageNode;
	parameters: INodeParameters;
	/**
	 * Calls it as a model does.
	 * @returns the items that the model reads; throws where the model would not read them
	 */
	ask(origin: string, way: (typeof WAYS)[number], other?: Other): Promise<IDataObject[]>;
	/** Runs it as a step of a workflow, over these items or an empty one. @returns the words of its error; '' when there is none */
	run(origin: string, parameters?: INodeParameters, items?: IDataObject[]): Promise<string>;
}

/** n8n offers a node to models under its name with this ending. */
function asToolType(type: INodeType): INodeType {
	type.description.name += 'Tool';
	return type;
}

function filled(value: unknown, values: Generated['values']): unknown {
	if (Array.isArray(value)) return value.map((entry) => filled(entry, values));
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member, values)]));
	const known = [...values].find(([path]) => expressionAt(path) === value);
	return known ? known[1](0) : value;
}

async function ask(run: NodeRun, way: (typeof WAYS)[number]): Promise<IDataObject[]> {
	if (way !== 'AI Agent 3') return itemsOf(await asTool(run)({}));
	const { items, error } = await runNode({ ...run, type: asToolType(run.type) });
	if (error) throw new Error(error.message);
	return items.map(({ json }) => json);
}

function runOf(
	node: PackageNode,
	origin: string,
	parameters: INodeParameters,
	account: Other['account'] = {},
): NodeRun {
	const type = node.create();
	const fresh = credentialFor(node, origin);
	const credential = { ...fresh, id: account.id ?? fresh.id, data: { ...fresh.data, ...account.fields } };
	const credentials = Object.fromEntries(
		(type.description.credentials ?? []).map(({ name }) => [name, { id: credential.id, name }]),
	);
	return { type, credential, parameters, settings: { credentials }, workflowId: credential.id };
}

async function operationOf(node: PackageNode, name: string, way: Way): Promise<AnyOperation> {
	const mappedFields = async (method: string) => {
		const type = node.create();
		const mapped = await type.methods?.resourceMapping?.[method]?.call(
			editor(type, credentialFor(node, 'http://127.0.0.1:1')),
		);
		return mapped?.fields ?? [];
	};
	const { parameters: generated, values } = await generate(way, mappedFields);
	const parameters = {
		...(filled(generated, values) as INodeParameters),
		...way.choices,
		options: {},
		requestOptions: {},
	} as INodeParameters;
	return {
		at: name,
		node,
		parameters,
		ask: async (origin, by, { parameters: changed, account } = {}) =>
			await ask(runOf(node, origin, { ...parameters, ...changed }, account), by),
		run: async (origin, changed = {}, items = [{}]) => {
			const { error } = await runNode({ ...runOf(node, origin, { ...parameters, ...changed }), items });
			return [error?.message, error?.description].filter(Boolean).join(' ');
		},
	};
}

/** A tool has no input row to map. */
const isOfTool = ({ choices }: Way): boolean => choices.dataMode === undefined || choices.dataMode === 'defineBelow';

/** All operations of the package. */
export async function everyOperation(): Promise<AnyOperation[]> {
	const found: AnyOperation[] = [];
	for (const node of packageNodes) {
		const type = node.create();
		for (const { at, ways } of operationsOf(type)) {
			const way = ways.find(isOfTool) ?? ways[0];
			if (way) found.push(await operationOf(node, `${type.description.displayName} ${at}`, way));
		}
	}
	return found;
}
