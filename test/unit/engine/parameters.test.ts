import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { parametersPort } from '../../../nodes/shared/engine/parameters';

/** A node with these parameters, whose expressions are names of the item's own data. */
function port(parameters: INodeParameters, items: Array<Record<string, unknown>>, fields: INodeProperties[] = []) {
	const evaluated: string[] = [];
	const context = {
		getNode: () => ({ id: '1', name: 'Node', type: 'acme', typeVersion: 1, position: [0, 0] as [number, number], parameters }),
		getTimezone: () => 'America/New_York',
		evaluateExpression(expression: string, index: number): unknown {
			evaluated.push(`${expression} ${index}`);
			return items[index]?.[expression];
		},
	};
	return { evaluated, port: parametersPort(context, fields, items.map(() => ({})), false) };
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
	it('is evaluated once for each item, however often and by whatever path it is read', () => {
		const { port: parameters, evaluated } = port({ more: { name: '=name', age: '=age' } }, [{ name: 'Jane' }, { name: 'Joe' }]);
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

	it('that is not there counts as the fallback; one that yields nothing does not', () => {
		const { port: parameters } = port({ nothing: '=nothing', more: { inner: '=nothing' } }, [{}]);
		const item = parameters.of(0);
		expect(item.parameter('absent')).toBe('');
		expect(item.parameter('absent', 5)).toBe(5);
		expect(item.parameter('more.absent', 5)).toBe(5);
		expect(item.parameter('nothing', 5)).toBeUndefined();
		expect(item.parameter('more.inner', 5)).toBeUndefined();
	});

	it('that yields a date is its text', () => {
		const date = DateTime.fromISO('2026-03-01T09:00:00', { zone: 'Europe/Berlin' });
		const { port: parameters } = port({ after: '=date', more: { before: '=date' } }, [{ date }]);
		const text = '2026-03-01T09:00:00.000+01:00';
		expect([parameters.of(0).parameter('after'), parameters.of(0).parameter('more.before')]).toEqual([text, text]);
	});

	it('of names that every object has is not there', () => {
		const { port: parameters } = port({ more: {} }, [{}]);
		const item = parameters.of(0);
		expect([item.parameter('constructor', 'none'), item.parameter('more.toString', 'none')]).toEqual(['none', 'none']);
	});
});

describe('what fields send', () => {
	it('comes from their parameters and those in collections, as far as they are shown and added', () => {
		const fields = [
			field('to', sent('body', 'to')),
			field('page', sent('query', 'page')),
			field('hidden', sent('body', 'hidden')),
			field('more', {
				type: 'collection',
				options: [field('week', sent('body', 'limits.week')), field('day', sent('body', 'limits.day')), field('left', sent('body', 'left'))],
			}),
		];
		const parameters = { to: '=phone', page: 2, more: { week: 100, day: '=day' } };
		const { port: items, evaluated } = port(parameters, [{ phone: '+1', day: 20 }], fields);
		const item = items.of(0);
		expect([item.body, item.query]).toEqual([{ to: '+1', limits: { week: 100, day: 20 } }, { page: 2 }]);
		expect([item.body, evaluated]).toEqual([{ to: '+1', limits: { week: 100, day: 20 } }, ['phone 0', 'day 0']]);
	});

	it.each(['={{ nothing }}', '=nothing'])('is refused when it is required and its expression finds nothing (%s)', (to) => {
		const { port: items } = port({ to }, [{}], [field('to', { displayName: 'Phone', required: true, ...sent('body', 'to') })]);
		expect(() => items.of(0).body).toThrow('"Phone" is empty');
	});

	it('of a date is in UTC, from the zone of the workflow where it names none; what is no date stays', () => {
		const fields = [field('after', { type: 'dateTime', ...sent('query', 'after') })];
		const queries = ['2026-03-01T09:00:00', '2026-03-01T09:00:00+01:00', 'soon', ''].map(
			(after) => port({ after }, [{}], fields).port.of(0).query,
		);
		expect(queries).toEqual([
			{ after: '2026-03-01T14:00:00.000Z' },
			{ after: '2026-03-01T08:00:00.000Z' },
			{ after: 'soon' },
			{ after: '' },
		]);
	});
});
