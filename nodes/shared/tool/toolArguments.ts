import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../contract/operation';
import { isFilled } from '../values/filled';
import { isRecord } from '../values/json';
import { contentOf } from '../values/label';
import { kindOf, type Kind } from '../values/reading/kind';
import { DEFAULT_LONGEST_TOKENS } from './longest';
import { readLongestAnswer } from './longestOption';
import { membersOf } from '../values/innerFields';

/** Fields that identify the record or person of a call. */
const NAMES_SUBJECT: ReadonlySet<Kind> = new Set(['id', 'wholeId', 'telephone', 'email']);

/** The arguments of a model's call. */
export interface ToolArguments {
	/** IDs, numbers and addresses of its subject, by their kind, such as `agentId`. */
	subject: Record<string, string>;
	/** Values of the operation's fields, such as `agentId`. */
	parameters: ReadonlySet<string>;
	/** Filters of a list, as they were sent. */
	filters: Record<string, unknown>;
	/** Longest answer, in tokens. */
	longestTokens: number;
}

/** The readable values; none for an item with a faulty field, whose failure names it. */
function ifFit<T>(read: () => T, otherwise: T): T {
	try {
		return read();
	} catch {
		return otherwise;
	}
}

const asText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** @param fields the descriptions of the operation's parameters */
export function toolArguments(fields: INodeProperties[], item: ItemParameters): ToolArguments {
	const named = fields.filter(
		(field) => NAMES_SUBJECT.has(kindOf(field)) || (field.type === 'resourceLocator' && kindOf(field) === 'own'),
	);
	const subject = named.map(({ name }) => [contentOf(name), ifFit(() => asText(item.parameter(name)), '')] as const);
	const sent = ifFit(() => ({ ...item.body, ...item.query }), {});
	const members = fields.flatMap(membersOf);
	return {
		parameters: new Set([...fields, ...members].map(({ name }) => contentOf(name))),
		subject: Object.fromEntries(subject.filter(([, value]) => value !== '')),
		filters: Object.fromEntries(
			Object.entries(sent).filter(
				([, value]) => isFilled(value) && !(isRecord(value) && Object.keys(value).length === 0),
			),
		),
		longestTokens: ifFit(() => readLongestAnswer(item), DEFAULT_LONGEST_TOKENS),
	};
}
