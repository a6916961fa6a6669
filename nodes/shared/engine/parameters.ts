import { DateTime } from 'luxon';
import type { IDataObject, INode, INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../contract/operation';
import { ColumnUse } from '../run/columnUse';
import type { ParametersPort } from '../run/ports';
import { isRecord } from '../values/json';
import { sentMembers } from './sentMembers';

/** What both of n8n's ways to run a node can tell about its parameters. */
interface NodeContext {
	getNode(): INode;
	getTimezone(): string;
	evaluateExpression(expression: string, itemIndex: number): unknown;
}

const isExpression = (value: unknown): value is string => typeof value === 'string' && value.startsWith('=');

function hasExpression(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(hasExpression);
	return isRecord(value) ? Object.values(value).some(hasExpression) : isExpression(value);
}

/** As n8n hands a parameter over: expressions replaced by what they yield, dates as text. */
export function resolved(value: unknown, evaluate: (expression: string) => unknown): unknown {
	const result = isExpression(value) ? evaluate(value.slice(1)) : value;
	if (DateTime.isDateTime(result)) return result.toISO();
	if (isExpression(value)) return result;
	if (Array.isArray(value)) return value.map((entry) => resolved(entry, evaluate));
	if (!isRecord(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolved(member, evaluate)]));
}

/** A resource locator as the ID that it stands for. */
const plain = (value: unknown): unknown => (isRecord(value) && value.__rl === true ? value.value : value);

/**
 * The node's parameters for all items. A parameter without expressions is the same for all of them; any other is evaluated
 * once for each item, when it is first read.
 * @param fields the descriptions of the operation's parameters
 * @param inputs the input items' own data; of a tool, what the model has filled in
 */
export function parametersPort(
	context: NodeContext,
	fields: INodeProperties[],
	inputs: IDataObject[],
	isTool: boolean,
): ParametersPort {
	// n8n has taken out what is not shown, and filled in what has a default.
	const raw: Record<string, unknown> = context.getNode().parameters;
	const varies = new Set(Object.keys(raw).filter((name) => hasExpression(raw[name])));
	const timeZone = context.getTimezone();
	const { options: _options, requestOptions: _requestOptions, ...own } = raw;
	const written = JSON.stringify(own);
	const columns = new ColumnUse();
	return {
		count: inputs.length,
		unusedColumns: () => columns.unused(),
		origin: (index) => [written, inputs[index]],
		of(index): ItemParameters {
			const evaluated = new Map<string, unknown>();
			const read = (name: string): unknown => {
				if (!varies.has(name)) return raw[name];
				if (!evaluated.has(name)) {
					evaluated.set(name, resolved(raw[name], (expression) => context.evaluateExpression(expression, index)));
				}
				return evaluated.get(name);
			};
			const parameter = (path: string, fallback: unknown = ''): unknown => {
				const [name = '', ...members] = path.split('.');
				if (!Object.hasOwn(raw, name)) return fallback;
				let value = read(name);
				for (const member of members) {
					if (!isRecord(value) || !Object.hasOwn(value, member)) return fallback;
					value = value[member];
				}
				return plain(value);
			};
			let sent: ReturnType<typeof sentMembers> | undefined;
			const members = () => (sent ??= sentMembers(fields, parameter, timeZone));
			return {
				index,
				input: isTool ? {} : (inputs[index] ?? {}),
				isTool,
				columns,
				timeZone,
				get query() {
					return members().query;
				},
				get body() {
					return members().body;
				},
				parameter,
			};
		},
	};
}
