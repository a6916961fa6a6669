import type { INodeProperties, INodeType } from 'n8n-workflow';

import { CREDENTIAL_TYPES } from '../../support/credentialTypes';
import { NODE_TYPES } from '../../support/nodeTypes';
import { offeredOperations } from '../census/operations';
import { editor } from '../editor';
import type { JsonSchema } from '../outputSchemas/jsonSchema';
import { readSchema, schemaFileOf } from '../outputSchemas/schemaFile';
import { fieldPaths, placesAround, placesOf } from './fieldPaths';

/** What saved workflows hold of a node or a credential: by place, such as `prospect > add`, the names there. */
export type Names = Record<string, string[]>;

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Columns that the user maps, which the node tells the editor. */
async function mappedColumns(type: INodeType, { name, typeOptions }: INodeProperties): Promise<string[]> {
	const method = type.methods?.resourceMapping?.[typeOptions?.resourceMapper?.resourceMapperMethod ?? ''];
	const { fields = [] } = (await method?.call(editor(type, []))) ?? {};
	return fields.map(({ id }) => `${name}.${id}`);
}

/** Members that a later node's expressions may name, those within others included. */
const memberPaths = ({ properties = {}, items }: JsonSchema): string[] => [
	...Object.entries(properties).flatMap(([name, member]) => [
		name,
		...memberPaths(member).map((path) => `${name}.${path}`),
	]),
	...(items ? memberPaths(items).map((path) => `[].${path}`) : []),
];

/** What the operations of a node put out. */
const outputsOf = (node: string): Array<[place: string, members: string[]]> =>
	offeredOperations()
		.filter((operation) => operation.node.create().description.name === node)
		.map((operation) => [
			`${operation.resource} > ${operation.operationName} > output`,
			sorted(memberPaths(readSchema(schemaFileOf(operation)) ?? { type: 'object' })),
		]);

async function namesIn(type: INodeType): Promise<Names> {
	const { name: node, version, credentials = [], properties } = type.description;
	const found = new Map<string, string[]>();
	for (const field of properties) {
		const names = [...fieldPaths(field), ...(await mappedColumns(type, field))];
		for (const place of placesOf(field)) found.set(place, [...(found.get(place) ?? []), ...names]);
	}
	return {
		versions: [version].flat().map(String),
		credentials: sorted(credentials.map(({ name }) => name)),
		...Object.fromEntries([...found].flatMap(([place, names]) => (names.length > 0 ? [[place, sorted(names)]] : []))),
		...Object.fromEntries(outputsOf(node)),
	};
}

/** The names of each node and credential of the package, by its own. */
export async function namesOfPackage(): Promise<Map<string, Names>> {
	const nodes = await Promise.all(
		NODE_TYPES.map(async (type) => [type.description.name, await namesIn(type)] as const),
	);
	const credentials = CREDENTIAL_TYPES.map(({ name, properties }): [string, Names] => [
		name,
		{ everywhere: sorted(properties.flatMap(fieldPaths)) },
	]);
	return new Map([...nodes, ...credentials]);
}

/** Names that are gone, each with its place. A field that is now shown in more places is still there. */
export const goneNames = (before: Names, now: Names): string[] =>
	Object.entries(before).flatMap(([place, names]) => {
		const present = new Set(placesAround(place).flatMap((around) => now[around] ?? []));
		return names.filter((name) => !present.has(name)).map((name) => `${place}: ${name}`);
	});
