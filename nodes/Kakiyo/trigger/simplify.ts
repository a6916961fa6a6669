import type { IDataObject } from 'n8n-workflow';

import { isId } from '../../shared/run/memberOrder';
import { isRecord } from '../../shared/values/json';
import { asItem } from '../../shared/values/rows';

/**
 * Objects of older samples (docs/vendors/kakiyo.md#webhooks), with the names of their members in a flat event. Every other member becomes
 * a column that begins with the name of its object, such as `campaignName` or `prospectEmail`.
 */
const NESTED = new Map<string, Readonly<Record<string, string>>>([
	['message', { content: 'message' }],
	['prospect', { name: 'name', url: 'url', headline: 'headline' }],
	['campaign', {}],
	['agent', {}],
	['conversation', { id: 'chatId' }],
	['team', {}],
]);

/** Members that a person reads first; IDs come last. */
const FIRST = ['message', 'name', 'url', 'headline', 'campaignName', 'agentName', 'event', 'timestamp'];
const LAST = ['teamId', 'agentId', 'campaignId', 'chatId', 'prospectId'];

const within = (holder: string, member: string): string =>
	`${holder}${member.charAt(0).toUpperCase()}${member.slice(1)}`;

/** Collects the columns of one level. A column never replaces an earlier one. */
class FlatEvent {
	private readonly columns = new Map<string, unknown>();

	/** @param holder prefix for a name that is already taken */
	add(holder: string, name: string, value: unknown): void {
		if (value === undefined) return;
		const told = this.columns.get(name);
		if (told === undefined || told === null) this.columns.set(name, value);
		else if (value !== null && value !== told) this.add(holder, within(holder, name), value);
	}

	/** Adds the members of an object. @returns its nested objects with known names */
	addFlat(holder: string, members: IDataObject): Array<[name: string, nested: Record<string, unknown>]> {
		const nested: Array<[string, Record<string, unknown>]> = [];
		for (const [name, value] of Object.entries(members)) {
			if (isRecord(value) && NESTED.has(name)) nested.push([name, value]);
			else this.add(holder, name, value);
		}
		return nested;
	}

	addNested(holder: string, members: Record<string, unknown>): void {
		for (const [member, value] of Object.entries(members))
			this.add(holder, NESTED.get(holder)?.[member] ?? within(holder, member), value);
	}

	inOrder(): IDataObject {
		const others = [...this.columns.keys()].filter((name) => !FIRST.includes(name) && !LAST.includes(name));
		const ids = others.filter(isId);
		const figures = others.filter((name) => !isId(name));
		const order = [...FIRST, ...figures, ...ids, ...LAST].filter((name) => this.columns.has(name));
		return asItem(Object.fromEntries(order.map((name) => [name, this.columns.get(name)])));
	}
}

/**
 * A flat event: the message, the person and the campaign, then the rest, the IDs last. Of its two times, it keeps the time of the event.
 * @param person read from the conversation, which overrules the event; undefined if it was not read
 */
export function simplifyEvent({ data, timestamp, ...envelope }: IDataObject, person: IDataObject = {}): IDataObject {
	const columns = new FlatEvent();
	const happened = asItem(data ?? {});
	columns.addFlat('person', person);
	columns.add('event', 'event', envelope.event);
	const nested = [
		...columns.addFlat('data', { ...happened, timestamp: happened.timestamp ?? timestamp }),
		...columns.addFlat('event', envelope),
	];
	for (const [holder, members] of nested) columns.addNested(holder, members);
	return columns.inOrder();
}
