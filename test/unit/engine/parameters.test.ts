import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { parametersPort } from '../../../nodes/shared/engine/parameters';
import { filtering, narrowing, ofKind } from '../../../nodes/shared/values/reading/kind';

const nodeWith = (parameters: INodeParameters) => ({
	id: '1',
	name: 'Node',
	type: 'acme',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters,
});

/** A node with these parameters, whose expressions are names of the item's own data. */
function contextOf(parameters: INodeParameters, items: Array<Record<string, unknown>> = [], evaluated: string[] = []) {
	return {
		getNode: () => nodeWith(parameters),
		getTimezone: () => 'America/New_York',
		evaluateExpression(expression: string, index: number): unknown {
			evaluated.push(`${expression} ${index}`);
			return items[index]?.[expression];
		},
	};
}

function port(parameters: INodeParameters, items: Array<Record<string, unknown>>, fields: INodeProperties[] = []) {
	const evaluated: string[] = [];
	return {
		evaluated,
		port: parametersPort(
			contextOf(parameters, items, evaluated),
			fields,
			items.map(() => ({})),
			false,
		),
	};
}

const field = (name: string, rest: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...rest,
});

const sent = (type: 'body' | 'query', property: string) => ({ routing: { send: { type, property } } });

describe('a parameter', () => {
	it('is evaluated once for each item, for repeated reading by any path', () => {
		const { port: parameters, evaluated } = port({ more: { name: '=name', age: '=age' } }, [
			{ name: 'Jane' },
			{ name: 'Joe' },
		]);
		for (const index of [0, 1]) {
			const item = parameters.of(index);
			item.parameter('more.name');
			item.parameter('more.age');
			expect(item.parameter('more')).toEqual({ name: index === 0 ? 'Jane' : 'Joe', age: undefined });
		}
		expect(evaluated).toEqual(['name 0', 'age 0', 'name 1', 'age 1']);
	});

	it('that nothing reads is not evaluated', () => {
		const { port: parameters, evaluated } = port({ name: '=name', other: '=other' }, [{}]);
		parameters.of(0).parameter('name');
		expect(evaluated).toEqual(['name 0']);
	});

	it('without an expression is the same for all items', () => {
		const { port: parameters, evaluated } = port({ options: { maxRetries: 2 } }, [{}, {}]);
		expect(parameters.of(0).parameter('options')).toBe(parameters.of(1).parameter('options'));
		expect(evaluated).toEqual([]);
	});

	it('that is a locator is its ID, and its mode can be asked for', () => {
		const { port: parameters } = port({ agent: { __rl: true, mode: 'id', value: '=agent' } }, [{ agent: 'a1' }]);
		const item = parameters.of(0);
		expect([item.parameter('agent'), item.parameter('agent.mode')]).toEqual(['a1', 'id']);
	});

	it('that is missing or empty counts as the fallback', () => {
		const { port: parameters } = port({ nothing: '=nothing', more: { inner: '=nothing' } }, [{}], [field('nothing')]);
		const item = parameters.of(0);
		expect(item.parameter('absent')).toBe('');
		expect(item.parameter('absent', 5)).toBe(5);
		expect(item.parameter('more.absent', 5)).toBe(5);
		expect(item.parameter('nothing', 5)).toBe(5);
		expect(item.parameter('more.inner', 5)).toBe(5);
	});

	it('of JSON stays a text, so that a JSON text is not read twice', () => {
		const { port: parameters } = port({ model: '"gpt-4o"' }, [{}], [field('model', { type: 'json' })]);
		expect(parameters.of(0).parameter('model')).toBe('"gpt-4o"');
		expect(() =>
			port({ model: '{' }, [{}], [field('model', { displayName: 'Model', type: 'json' })])
				.port.of(0)
				.check(),
		).toThrow('"Model" is not valid JSON');
	});

	it('that its operation reads by itself is not read here', () => {
		const { port: parameters } = port({ path: '=nothing' }, [{}], [ofKind('own', field('path'))]);
		expect(parameters.of(0).parameter('path', 'root')).toBeUndefined();
	});

	it('that yields a date is its text', () => {
		const date = DateTime.fromISO('2026-03-01T09:00:00', { zone: 'Europe/Berlin' });
		const { port: parameters } = port({ after: '=date', more: { before: '=date' } }, [{ date }]);
		const text = '2026-03-01T09:00:00.000+01:00';
		expect([parameters.of(0).parameter('after'), parameters.of(0).parameter('more.before')]).toEqual([text, text]);
	});

	it('that yields an invalid date is refused with the reason, and never ignored', () => {
		const date = DateTime.fromFormat('31/01/1990', 'dd.MM.yyyy');
		for (const kind of ['day', 'moment', 'text', 'id', 'list', 'json', 'number'] as const) {
			const fields = [
				ofKind(kind, field('born')),
				field('more', { type: 'collection', options: [ofKind(kind, field('after'))] }),
			];
			for (const set of [{ born: '=date' }, { more: { after: '=date' } }]) {
				expect(() => port(set, [{ date }], fields).port.of(0).check()).toThrow(/must be a date.*31\/01\/1990/);
			}
		}
	});

	it('with a name that every object has is missing', () => {
		const { port: parameters } = port({ more: {} }, [{}]);
		const item = parameters.of(0);
		expect([item.parameter('constructor', 'none'), item.parameter('more.toString', 'none')]).toEqual(['none', 'none']);
	});
});

describe('the values that fields send', () => {
	it('come from their parameters and those in collections, if they are shown and added', () => {
		const fields = [
			field('to', sent('body', 'to')),
			field('page', { type: 'number', ...sent('query', 'page') }),
			field('hidden', sent('body', 'hidden')),
			field('more', {
				type: 'collection',
				options: [
					field('week', { type: 'number', ...sent('body', 'limits.week') }),
					field('day', { type: 'number', ...sent('body', 'limits.day') }),
					field('left', sent('body', 'left')),
				],
			}),
		];
		const parameters = { to: '=phone', page: 2, more: { week: 100, day: '=day' } };
		const { port: items, evaluated } = port(parameters, [{ phone: '+1', day: 20 }], fields);
		const item = items.of(0);
		const body = { to: '+1', limits: { week: 100, day: 20 } };
		expect([item.body, item.query]).toEqual([body, { page: 2 }]);
		expect([item.body, evaluated]).toEqual([body, ['phone 0', 'day 0']]);
	});

	it.each(['={{ nothing }}', '=nothing'])(
		'are refused when one is required and its expression finds nothing (%s)',
		(to) => {
			const { port: items } = port(
				{ to },
				[{}],
				[field('to', { displayName: 'Phone', required: true, ...sent('body', 'to') })],
			);
			expect(() => items.of(0).body).toThrow('"Phone" is empty');
		},
	);

	it('are read by the kind of the field, and left out if they are empty', () => {
		const fields = [
			field('after', { type: 'dateTime', ...sent('query', 'after') }),
			field('more', {
				type: 'collection',
				options: [
					field('on', { type: 'boolean', ...sent('body', 'on') }),
					field('size', { type: 'number', ...sent('body', 'size') }),
					field('voice', sent('body', 'voice.id')),
					field('secret', { typeOptions: { password: true }, ...sent('body', 'secret') }),
				],
			}),
		];
		const read = (after: string, more: INodeParameters) => {
			const item = port({ after, more }, [{}], fields).port.of(0);
			return { ...item.query, ...item.body };
		};
		expect(read('2026-03-01T09:00:00', { on: 'false', size: '10,5', voice: ' v1 ', secret: ' s ' })).toEqual({
			after: '2026-03-01T14:00:00.000Z',
			on: false,
			size: 10.5,
			voice: { id: 'v1' },
			secret: ' s ',
		});
		expect(read('', { on: '', size: 'N/A', voice: '=nothing', secret: '' })).toEqual({});
		expect(() => read('soon', {})).toThrow('must be a date');
	});
});

describe('a field of an item', () => {
	it('that limits the changed records must have a value once it is added', () => {
		const fields = [
			field('more', {
				type: 'collection',
				options: [narrowing(field('campaign', { displayName: 'Only in Campaign' }))],
			}),
		];
		for (const campaign of ['', 'N/A', '=nothing']) {
			expect(() => port({ more: { campaign } }, [{}], fields).port.of(0).check()).toThrow('"Only in Campaign"');
		}
		port({ more: {} }, [{}], fields).port.of(0).check();
	});

	it('that filters a list is named when it was added and is empty', () => {
		const fields = [
			field('filters', { type: 'collection', options: [filtering(field('status', { displayName: 'Status' }))] }),
			filtering(field('search', { displayName: 'Search Text' })),
		];
		const unfiltered = (parameters: INodeParameters) => {
			const { port: items } = port(parameters, [{}], fields);
			items.of(0).check();
			return [...items.unfiltered];
		};
		expect(unfiltered({ filters: { status: '=nothing' }, search: '=nothing' })).toEqual(['Status', 'Search Text']);
		expect(unfiltered({ filters: {}, search: '' })).toEqual([]);
	});

	it.each(['', ' ', 'N/A', 'undefined', '=nothing', '\u200b'])(
		'is refused when it must be filled in and is %j, although nothing reads it',
		(value) => {
			const { port: items } = port({ name: value }, [{}], [field('name', { displayName: 'Name', required: true })]);
			expect(() => items.of(0).check()).toThrow(/"Name" (?:is empty|must have a value)/);
		},
	);
});

describe('an input item', () => {
	const blanks = (...inputs: IDataObject[]) => {
		const { isBlank } = parametersPort(contextOf({}), [], inputs, false);
		return inputs.map((_, index) => isBlank(index));
	};

	it('is blank among others when all its cells are empty', () => {
		expect(blanks({ name: 'x', url: '' }, { name: '', url: null }, { name: 'N/A', tags: [] }, {})).toEqual([
			false,
			true,
			true,
			true,
		]);
		expect(blanks({ count: 0 }, { on: false })).toEqual([false, false]);
	});

	it('is not blank if all items are empty', () => {
		expect(blanks({ name: '' }, {})).toEqual([false, false]);
	});

	it.each([
		[true, '=Research {{ $json.topic }} for us'],
		[true, '={{ $json["topic"] }}'],
		[false, 'Research for us'],
		[false, '={{ $now }}'],
		[false, "={{ $json.topic }} {{ $('Webhook').item.json.id }}"],
		[false, '={{ $json.topic }} {{ $node["Webhook"].json.id }}'],
	])('is the only source of the values: %p for %s', (dependsOnRow, name) => {
		expect(parametersPort(contextOf({ name }), [], [{}], false).dependsOnRow).toBe(dependsOnRow);
	});
});
