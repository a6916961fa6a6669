import { describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodeType } from 'n8n-workflow';

import { KaiCallsTrigger } from '../../../nodes/KaiCalls/KaiCallsTrigger.node';
import { KakiyoTrigger } from '../../../nodes/Kakiyo/KakiyoTrigger.node';
import { KayseTrigger } from '../../../nodes/Kayse/KayseTrigger.node';
import { valuesOf } from './compare';
import { parametersIn } from './documented';
import { codesIn, proseOf, tablesOf } from '../../support/vendorPage';

const eventsOf = ({ description: { properties } }: INodeType, mode?: string): string[] => {
	const [field] = properties.filter(
		({ name, displayOptions }) =>
			['events', 'callEvents'].includes(name) &&
			(mode === undefined || displayOptions?.show?.mode?.includes(mode) === true),
	);
	if (!field) throw new Error('The trigger has no events');
	return valuesOf(field).sort();
};

/** The events of a page's tables. @param other a column that the table has besides */
const eventsIn = (vendor: string, other: string): string[] =>
	tablesOf(vendor)
		.filter(({ columns }) => columns[0] === 'Event' && columns[1] === other)
		.flatMap(({ rows }) => rows.flatMap(({ Event }) => codesIn(Event)))
		.sort();

const optionOf = ({ description: { properties } }: INodeType, name: string): INodeProperties | undefined =>
	properties
		.filter((property) => property.name === 'options')
		.flatMap(({ options = [] }) => options.filter((option): option is INodeProperties => 'type' in option))
		.find((option) => option.name === name);

describe('the events that a trigger offers are those of its page in docs/vendors', () => {
	it('Kakiyo', () => {
		const [documented] = parametersIn('kakiyo').documented.filter(({ name }) => name === 'events');
		expect(eventsOf(new KakiyoTrigger())).toEqual([...(documented?.values ?? [])].sort());
	});

	it('KaiCalls, reports of single calls', () => {
		expect(eventsOf(new KaiCallsTrigger(), 'perCall')).toEqual(eventsIn('kaicalls', 'Members'));
	});

	it('KaiCalls, webhooks of the account', () => {
		expect(eventsOf(new KaiCallsTrigger(), 'account')).toEqual(eventsIn('kaicalls', 'Source'));
	});

	it('Kayse, and any other', () => {
		expect(eventsOf(new KayseTrigger())).toEqual(['*', ...eventsIn('kayse', 'Source')].sort());
	});
});

it('a delivery of KaiCalls may be as old as its page in docs/vendors says', () => {
	const [, seconds] = /(\d+) seconds of tolerance/.exec(proseOf('kaicalls')) ?? [];
	expect(String(optionOf(new KaiCallsTrigger(), 'maxAge')?.default)).toBe(seconds);
});
