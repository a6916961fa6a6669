import type { INodeProperties } from 'n8n-workflow';

import { isRecord } from '../values/json';
import { membersOf } from '../values/innerFields';

/** A parameter whose `routing.send` names its member of the query or the body. */
interface SentField {
	path: string;
	part: 'query' | 'body';
	member: string;
}

function sentField({ name, routing }: INodeProperties, parent = ''): SentField[] {
	const { send } = routing ?? {};
	if (send?.property === undefined) return [];
	const part = send.type === 'body' ? 'body' : 'query';
	return [{ path: `${parent}${name}`, part, member: send.property }];
}

/** The members that the fields of an operation send, including fields in collections. */
function sentFields(fields: INodeProperties[]): SentField[] {
	return fields.flatMap((field) => {
		const inside = field.type === 'collection' ? membersOf(field) : [];
		return [...sentField(field), ...inside.flatMap((child) => sentField(child, `${field.name}.`))];
	});
}

/** Cached by operation, because its fields never change. */
const sentByOperation = new WeakMap<INodeProperties[], SentField[]>();

function sentBy(fields: INodeProperties[]): SentField[] {
	const sent = sentByOperation.get(fields) ?? sentFields(fields);
	sentByOperation.set(fields, sent);
	return sent;
}

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
 * An item's parameters as members of the query and the body. An empty parameter has none.
 * @throws ItemFailure when one is not valid, or is required and empty
 */
export function sentMembers(
	fields: INodeProperties[],
	parameter: (path: string, fallback: unknown) => unknown,
): Record<'query' | 'body', Record<string, unknown>> {
	const members = { query: {}, body: {} };
	for (const { path, part, member } of sentBy(fields)) {
		const value = parameter(path, ABSENT);
		if (value !== ABSENT) setMember(members[part], member, value);
	}
	return members;
}
