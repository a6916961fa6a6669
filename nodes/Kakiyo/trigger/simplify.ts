import type { IDataObject } from 'n8n-workflow';

import { valueAt, isRecord } from '../../shared/values/json';
import { asItem } from '../../shared/values/rows';

/** Members that older samples nest, by their name in a flat event (docs/vendors/kakiyo.md#webhooks). */
const NESTED: ReadonlyArray<readonly [name: string, path: readonly string[]]> = [
	['message', ['message', 'content']],
	['name', ['prospect', 'name']],
	['url', ['prospect', 'url']],
	['headline', ['prospect', 'headline']],
	['campaignName', ['campaign', 'name']],
	['agentName', ['agent', 'name']],
	['agentId', ['agent', 'id']],
	['campaignId', ['campaign', 'id']],
	['chatId', ['conversation', 'id']],
	['prospectId', ['prospect', 'id']],
];

/** Members that a person reads first; IDs come last. */
const FIRST = ['message', 'name', 'url', 'headline', 'campaignName', 'agentName', 'event', 'timestamp'];
const LAST = ['teamId', 'agentId', 'campaignId', 'chatId', 'prospectId'];

/** The event's own members name its person, so the nested ones are left out. */
const isTold = (name: string, value: unknown): boolean =>
	isRecord(value) && NESTED.some(([, [outer]]) => outer === name);

/** The members of an event's `data`, flat. */
function flat(data: IDataObject): IDataObject {
	const told = NESTED.map(
		([name, path]) => [name, path.reduce<unknown>((outer, member) => valueAt(outer, member), data)] as const,
	).filter(([, value]) => value !== undefined);
	return asItem({
		...Object.fromEntries(told),
		...Object.fromEntries(Object.entries(data).filter(([name, value]) => !isTold(name, value))),
	});
}

/** A flat event: message, person and campaign first, then the rest, IDs last. @param person undefined if the person is not read */
export function simplifyEvent({ data, team, ...envelope }: IDataObject, person: IDataObject = {}): IDataObject {
	const all: IDataObject = {
		...envelope,
		...(team !== undefined && { teamId: valueAt(team, 'id') ?? null }),
		...flat(asItem(data ?? {})),
		...person,
	};
	const others = Object.keys(all).filter((name) => !FIRST.includes(name) && !LAST.includes(name));
	return Object.fromEntries(
		[...FIRST, ...others, ...LAST].flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])),
	);
}
