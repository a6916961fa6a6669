import { DateTime } from 'luxon';
import type { INodeProperties } from 'n8n-workflow';

import { emptyField } from '../contract/failure';
import { isFilled } from '../values/filled';
import { isRecord } from '../values/json';

/** A parameter whose description says by `routing.send` which member of the query or the body it is. */
interface SentField {
	path: string;
	part: 'query' | 'body';
	member: string;
	isDate: boolean;
	/** Its label, where it must be filled in. */
	required: string | undefined;
}

function sentField({ name, type, routing, required, displayName }: INodeProperties, parent = ''): SentField[] {
	const { send } = routing ?? {};
	if (send?.property === undefined) return [];
	const part = send.type === 'body' ? 'body' : 'query';
	return [
		{
			path: `${parent}${name}`,
			part,
			member: send.property,
			isDate: type === 'dateTime',
			required: required ? displayName : undefined,
		},
	];
}

const isProperty = (option: object): option is INodeProperties => 'type' in option;

/** What the fields of an operation send, those in collections included. */
function sentFields(fields: INodeProperties[]): SentField[] {
	return fields.flatMap((field) => {
		const inside = field.type === 'collection' ? (field.options ?? []).filter(isProperty) : [];
		return [...sentField(field), ...inside.flatMap((child) => sentField(child, `${field.name}.`))];
	});
}

/** Of each operation once: its fields never change. */
const sentByOperation = new WeakMap<INodeProperties[], SentField[]>();

function sentBy(fields: INodeProperties[]): SentField[] {
	const sent = sentByOperation.get(fields) ?? sentFields(fields);
	sentByOperation.set(fields, sent);
	return sent;
}

/** In UTC; without a zone of its own, a date is one of the workflow's. What is no date stays, for its check to find. */
const inUtc = (value: unknown, zone: string): unknown =>
	DateTime.fromISO(String(value), { zone }).toUTC().toISO() ?? value;

/** @param path such as `limits.messages` for a member of an object */
function setMember(target: Record<string, unknown>, path: string, value: unknown): void {
	const [name = '', ...rest] = path.split('.');
	if (rest.length === 0) {
		target[name] = value;
		return;
	}
	const inner = target[name];
	const object: Record<string, unknown> = isRecord(inner) ? inner : {};
	setMember(object, rest.join('.'), value);
	target[name] = object;
}

const ABSENT = Symbol('absent');

/**
 * The members that an item's parameters are to be in the query and the body.
 * @param timeZone of the workflow
 * @throws ItemFailure when a required one is empty
 */
export function sentMembers(
	fields: INodeProperties[],
	parameter: (path: string, fallback: unknown) => unknown,
	timeZone: string,
): Record<'query' | 'body', Record<string, unknown>> {
	const members = { query: {}, body: {} };
	for (const { path, part, member, isDate, required } of sentBy(fields)) {
		const value = parameter(path, ABSENT);
		// n8n refuses an empty field itself, but not an expression that finds nothing.
		if (required !== undefined && !isFilled(value)) throw emptyField(required);
		if (value !== ABSENT) setMember(members[part], member, isDate ? inUtc(value, timeZone) : value);
	}
	return members;
}
