import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../contract/operation';
import { isFilled } from '../values/filled';
import { isRecord } from '../values/json';
import { contentOf } from '../values/label';
import { kindOf, type Kind } from '../values/reading/kind';
import { DEFAULT_LONGEST_TOKENS } from './longest';
import { readLongestAnswer } from './longestOption';
import { membersOf } from '../values/innerFields';

/** Fields that say which record or person a call is about. */
const NAMES_SUBJECT: ReadonlySet<Kind> = new Set(['id', 'wholeId', 'telephone', 'email']);

/** What a model has asked for. */
export interface ToolArguments {
	/** IDs, numbers and addresses of what the call is about, by what they are, such as `agentId`. */
	subject: Record<string, string>;
	/** What the operation's fields hold, such as `agentId`. */
	parameters: ReadonlySet<string>;
	/** What a list was narrowed by, as it was sent. */
	filters: Record<string, unknown>;
	/** Longest answer, in tokens. */
	longestTokens: number;
}

/** What can be read; nothing of an item with a field at fault, whose failure says which. */
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
