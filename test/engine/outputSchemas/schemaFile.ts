import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { VENDORS } from '../../support/vendors';
import type { Offered } from '../census/operations';
import type { JsonSchema } from './jsonSchema';

/** The schemas of a vendor's node: n8n's editor does not ask for schemas of triggers. */
const folderOf = (folder: string): string => join(__dirname, '../../../nodes', folder, '__schema__/v1.0.0');

/**
 * Where n8n looks for it: beside the node, by version, resource and operation
 * (n8n-core: nodes-loader/output-schema-resolver, which `GET /schemas/<node>/<version>/<resource>/<operation>.json` asks).
 */
export function schemaFileOf({
	node,
	resource,
	operationName,
}: Pick<Offered, 'node' | 'resource' | 'operationName'>): string {
	const { displayName } = node.create().description;
	const vendor = VENDORS.find(({ name }) => name === displayName);
	if (!vendor) throw new Error(`${displayName} is no vendor of test/support/vendors.ts`);
	return join(folderOf(vendor.folder), resource, `${operationName}.json`);
}

/** All that there are. */
export const schemaFiles = (): string[] =>
	VENDORS.flatMap(({ folder }) =>
		readdirSync(folderOf(folder), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.json'))
			.map((path) => join(folderOf(folder), path)),
	);

/** undefined where there is none. */
export const readSchema = (file: string): JsonSchema | undefined =>
	existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JsonSchema) : undefined;

export function writeSchema(file: string, schema: JsonSchema | undefined): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(schema, null, '\t')}\n`);
}
