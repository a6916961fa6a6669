import type { IDataObject } from 'n8n-workflow';

import { editor } from '../../editor';
import { runNode, type NodeResult, type NodeRun } from '../../engine';
import { counted, type Evaluations } from './evaluations';
import { expressionAt, generate, type Generated } from './generate';
import { credentialFor, type PackageNode } from './nodes';
import type { AnyServer } from './server';
import { person } from './values';
import type { Way } from './ways';

export interface WaySettings {
	/** How many items that fit. */
	items: number;
	/** Whether another item comes after them, for which the expressions find nothing. */
	unfitItem?: boolean;
	/** Whether n8n's own evaluator takes the values from the items, not a table. */
	really?: boolean;
	onError?: 'stopWorkflow' | 'continueRegularOutput';
}

/** The result of a run on one way. */
export interface WayRun extends NodeResult {
	evaluations: Evaluations;
	/** Of the fields with an expression. */
	paths: string[];
	/** Methods of the requests that the server got. */
	methods: string[];
}

/** Why the item after them is unfit, unless n8n's own evaluator says so. */
export const UNFIT = 'There is nothing for this item';

const people = (count: number): IDataObject[] => Array.from({ length: count }, (_, item) => person(item));

/** The items with what their expressions ask for. */
const filled = (items: IDataObject[], values: Generated['values']): IDataObject[] =>
	items.map((json, item) => ({
		...json,
		...Object.fromEntries([...values].map(([path, valueOf]) => [path, valueOf(item)])),
	}));

/** What n8n's evaluator would find in such items. */
const answersFor = (values: Generated['values'], items: number): Map<string, (item: number) => unknown> =>
	new Map(
		[...values].map(([path, valueOf]) => {
			const answer = (item: number) => {
				if (item < items) return valueOf(item);
				throw new Error(UNFIT);
			};
			return [expressionAt(path), answer];
		}),
	);

const credentialsOf = ({ description: { credentials = [] } }: NodeRun['type'], id: string) =>
	Object.fromEntries(credentials.map(({ name }) => [name, { id, name }]));

/** Runs a node with an expression in every field of a way. */
export async function runWay(node: PackageNode, way: Way, server: AnyServer, settings: WaySettings): Promise<WayRun> {
	const type = node.create();
	const credential = credentialFor(node, server.origin);
	const { parameters, values } = await generate(way, async (method) => {
		const mapped = await type.methods?.resourceMapping?.[method]?.call(editor(type, credential));
		return mapped?.fields ?? [];
	});
	const fit = people(settings.items);
	const items = settings.really ? filled(fit, values) : fit;
	if (settings.unfitItem) items.push(person(settings.items));
	server.takeMethods();
	const { result, evaluations } = await counted(
		async () =>
			await runNode({
				type,
				credential,
				parameters,
				items,
				settings: { onError: settings.onError, credentials: credentialsOf(type, credential.id) },
			}),
		settings.really ? new Map() : answersFor(values, settings.items),
	);
	return { ...result, evaluations, paths: [...values.keys()], methods: server.takeMethods() };
}
