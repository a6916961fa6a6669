import type { IDataObject, INode, INodeProperties } from 'n8n-workflow';

import { ItemFailure } from '../contract/failure';
import type { ItemParameters } from '../contract/operation';
import type { Vendor } from '../contract/vendor';
import { ColumnUse } from '../run/columnUse';
import type { ParametersPort } from '../run/ports';
import { isRecord } from '../values/json';
import { fieldAt, notFilled, plainId, readField } from '../values/reading/field';
import { isTemplate } from '../values/reading/gap';
import { filterLabel, kindOf, narrows } from '../values/reading/kind';
import { SEND_UNFILLED, SEND_UNFILLED_LABEL } from '../values/reading/message';
import { isBlank, isNothing } from '../values/reading/nothing';
import { checkRanges } from '../values/reading/range';
import { narrowsNothing } from '../values/reading/reading';
import { DEFAULT_COUNTRY } from '../values/reading/country';
import { readYesNo } from '../values/reading/yesNo';
import { columnsRead } from './columnsRead';
import { expressionsIn, isExpression, readsOnlyRow, resolved } from './expressions';
import { optionsBrought } from './optionsBrought';
import { sentMembers } from './sentMembers';

/** The methods to read parameters that both of n8n's entry points have. */
interface NodeContext {
	getNode(): INode;
	getTimezone(): string;
	evaluateExpression(expression: string, itemIndex: number): unknown;
}

/** An own member of an object; otherwise undefined. */
const within = (value: unknown, member: string): unknown =>
	isRecord(value) && Object.hasOwn(value, member) ? value[member] : undefined;

/** @param found the new value of a field; a locator stays a locator */
const replaced = (value: unknown, found: string): unknown =>
	isRecord(value) && value.__rl === true ? { ...value, mode: 'id', value: found } : found;

/** @throws ItemFailure if the value cannot be corrected */
function withCorrections(
	name: string,
	value: unknown,
	corrections: ReadonlyMap<string, string | ItemFailure>,
): unknown {
	let corrected = value;
	for (const [path, found] of corrections) {
		const [own, member] = path.split('.');
		if (own !== name) continue;
		if (found instanceof ItemFailure) throw found;
		corrected =
			member !== undefined && isRecord(corrected)
				? { ...corrected, [member]: replaced(corrected[member], found) }
				: replaced(corrected, found);
	}
	return corrected;
}

/** Parameters that belong to the item's effect; the others only set how it is done. */
const optionsOfOperation = (options: unknown, field: INodeProperties | undefined): unknown[] =>
	(field?.options ?? []).map(({ name }) => within(options, name));

/** Whether its members are fields of their own. */
const isParted = (field: INodeProperties | undefined): boolean =>
	field?.type === 'collection' || field?.type === 'fixedCollection';

/** Whether the member of a path exists, even if it is empty. */
const hasMember = (value: unknown, [member, ...rest]: string[]): boolean =>
	member === undefined || (isRecord(value) && Object.hasOwn(value, member) && hasMember(value[member], rest));

/**
 * The node's parameters for all items. A parameter without expressions is the same for all of them; any other is
 * evaluated once for each item, when it is first read.
 * @param fields the descriptions of the operation's parameters
 * @param inputs the input items' own data; in a tool, the values from the model
 * @param listedBy see `Vendor`
 */
export function parametersPort(
	context: NodeContext,
	fields: INodeProperties[],
	inputs: IDataObject[],
	isTool: boolean,
	listedBy: Vendor['listedBy'] = {},
): ParametersPort {
	// n8n has removed hidden parameters and added defaults.
	const raw: Record<string, unknown> = context.getNode().parameters;
	/** Expressions by parameter; parameters without expressions are the same for all items. */
	const expressionsOf = new Map(
		Object.entries(raw).flatMap(([name, value]) => {
			const found = expressionsIn(value);
			return found.length > 0 ? [[name, found] as const] : [];
		}),
	);
	const timeZone = context.getTimezone();
	const { options: _options, requestOptions: _requestOptions, ...own } = raw;
	const columns = new ColumnUse();
	const expressions = [...expressionsOf.values()].flat();
	const sendsUnfilled = (option: unknown): boolean =>
		!isNothing(option) && readYesNo(option, { label: SEND_UNFILLED_LABEL, timeZone });
	const described = new Map(fields.map((field) => [field.name, field]));
	const written = JSON.stringify([own, optionsOfOperation(raw.options, described.get('options'))]);
	/** Values of parameters that are the same for all items. */
	const constants = new Map<string, unknown>();
	const unfiltered = new Set<string>();
	const leftOut = new Set<string>();
	const corrections = new Map<string, string | ItemFailure>();
	const saysSomething = (input: IDataObject): boolean => !Object.values(input).every(isNothing);
	/** A blank row counts as blank only among rows that are not. */
	const hasRows = !isTool && inputs.some(saysSomething);
	/** Parameters that the operation reads by itself, and the node's fields beside those of the operation. */
	const isLeftAsIs = (path: string): boolean => {
		const field = fieldAt(described, path);
		return field ? kindOf(field) === 'own' : !path.includes('.');
	};
	return {
		count: inputs.length,
		...columnsRead(raw, fields, expressions, columns),
		unfiltered,
		leftOut,
		dependsOnRow: readsOnlyRow(expressions),
		isBlank: (index) => hasRows && !saysSomething(inputs[index] ?? {}),
		given: (path) =>
			resolved(path.split('.').reduce(within, raw), (expression) => context.evaluateExpression(expression, 0)),
		correct: (path, found) => void corrections.set(path, found),
		input: (index) => (isTool ? {} : (inputs[index] ?? {})),
		origin: (index) => [written, inputs[index]],
		of(index): ItemParameters {
			const evaluated = new Map<string, unknown>();
			/** Dates are compared by the text that n8n makes of them. */
			const templates = new Map<string, string>();
			const templateOf = (text: string): string | undefined => templates.get(text);
			const evaluate = (expression: string): unknown => {
				const result = context.evaluateExpression(expression, index);
				if (typeof result === 'string' && isTemplate(expression)) templates.set(result, expression);
				return result;
			};
			const asWritten = (name: string): unknown => {
				if (!expressionsOf.has(name)) return raw[name];
				if (!evaluated.has(name)) {
					const value = resolved(raw[name], evaluate);
					evaluated.set(name, name === 'options' && isExpression(raw[name]) ? optionsBrought(value) : value);
				}
				return evaluated.get(name);
			};
			const given = (name: string): unknown =>
				corrections.size === 0 ? asWritten(name) : withCorrections(name, asWritten(name), corrections);
			const ofItem = new Map<string, unknown>();
			/** The value in the form of its kind of field; undefined when it is empty. */
			const read = (name: string): unknown => {
				const field = described.get(name);
				if (!field) return given(name);
				const known = expressionsOf.has(name) || expressionsOf.has('options') ? ofItem : constants;
				if (known.has(name)) return known.get(name);
				const options = given('options');
				const value = readField(field, given(name), {
					listedBy,
					isTool,
					timeZone,
					templateOf,
					sendsUnfilled: sendsUnfilled(within(options, SEND_UNFILLED)),
					defaultCountry: within(options, DEFAULT_COUNTRY),
					unfiltered: (label) => void (isTool || unfiltered.add(label)),
					leftOut: (label) => leftOut.add(label),
				});
				if (value === undefined) {
					if (narrows(field) && !isBlank(plainId(raw[name]))) throw narrowsNothing(field);
					if (field.required && field.type !== 'resourceMapper') throw notFilled(field.displayName, given(name));
					const filter = filterLabel(field);
					// A model that leaves a filter empty does so on purpose.
					if (filter !== undefined && expressionsOf.has(name) && !isTool) unfiltered.add(filter);
				}
				known.set(name, value);
				return value;
			};
			const parameter = (path: string, fallback: unknown = ''): unknown => {
				const [name = '', ...members] = path.split('.');
				if (!Object.hasOwn(raw, name)) return fallback;
				// The inner parts of a locator or a mapper are not values of the field.
				const whole = isParted(described.get(name)) ? read(name) : given(name);
				let value = members.length === 0 ? read(name) : whole;
				for (const member of members) {
					if (!isRecord(value) || !Object.hasOwn(value, member)) return fallback;
					value = value[member];
				}
				const found = plainId(value);
				return isBlank(found) && !isLeftAsIs(path) ? fallback : found;
			};
			/** If an expression chooses the operation, n8n passes the fields of all operations that are possible. */
			const isMeant = ({ displayOptions }: INodeProperties): boolean =>
				Object.entries(displayOptions?.show ?? {}).every(([name, values = []]) => {
					if (!described.has(name) || !Object.hasOwn(raw, name)) return true;
					const decided = read(name);
					return values.some((value) => value === decided);
				});
			let sent: ReturnType<typeof sentMembers> | undefined;
			const members = () => (sent ??= sentMembers(fields, parameter));
			return {
				index,
				input: isTool ? {} : (inputs[index] ?? {}),
				isTool,
				columns: {
					offer: (names) => columns.offer(index, names),
					use: (names) => columns.use(names),
					unused: () => columns.unusedIn(index),
				},
				timeZone,
				get query() {
					return members().query;
				},
				get body() {
					return members().body;
				},
				parameter,
				isExpression(path) {
					const [name = '', ...members] = path.split('.');
					return isExpression(raw[name])
						? hasMember(given(name), members)
						: expressionsIn(path.split('.').reduce(within, raw)).length > 0;
				},
				templateOf,
				check() {
					const meant = fields.filter((field) => Object.hasOwn(raw, field.name) && isMeant(field));
					for (const { name } of meant) read(name);
					checkRanges(meant, read);
				},
			};
		},
	};
}
