import type { IDataObject } from 'n8n-workflow';

import { valueAt, isRecord } from '../../shared/values/json';
import { asItem } from '../../shared/values/rows';

/** Members that older samples nest, by the name that a flat event has for them (docs/vendors/kakiyo.md#webhooks). */
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

/** What a person reads first; IDs are last. */
const FIRST = ['message', 'name', 'url', 'headline', 'campaignName', 'agentName', 'event', 'timestamp'];
const LAST = ['teamId', 'agentId', 'campaignId', 'chatId', 'prospectId'];

/** A person of the event is told by its own members, and need not stand there twice. */
const isTold = (name: string, value: unknown): boolean =>
	isRecord(value) && NESTED.some(([, [outer]]) => outer === name);

/** Members that an event has in `data`, flat. */
function flat(data: IDataObject): IDataObject {
	const told = NESTED.map(
		([name, path]) => [name, path.reduce<unknown>((outer, member) => valueAt(outer, member), data)] as const,
	).filter(([, value]) => value !== undefined);
	return asItem({
		...Object.fromEntries(told),
		...Object.fromEntries(Object.entries(data).filter(([name, value]) => !isTold(name, value))),
	});
}

/** An event in one level: what was said, who said it where, then the rest, the IDs last. @param person undefined where nobody is to be read */
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
