import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { byId } from '../bench';
import { hintsOf, type EntryPoint } from '../engine';
import { useKaiCallsBench } from '../kaicalls';
import { addProspects, people, useKakiyoBench } from '../kakiyo';
import { outcomes, zoneAt } from './clock';
import { until } from '../../support/eventually';

const kaiCalls = useKaiCallsBench();
const kakiyo = useKakiyoBench();

const onceADay: INodeParameters = { contactLimit: { limit: { contacts: 1, period: 1, unit: 'days' } } };

const call = (options: INodeParameters): INodeParameters => ({
	resource: 'call',
	operation: 'create',
	agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
	to: '={{ $json.phone }}',
	options,
});

const persons = (count: number) =>
	Array.from({ length: count }, (_, place) => ({ phone: `+1212555${String(1_000 + place)}` }));

describe('Contact Limit after Stop', () => {
	it.each<EntryPoint>(['customOperations', 'routing', 'one by one'])(
		'counts only the persons who were called, so that the next execution calls the others (through "%s")',
		async (entryPoint) => {
			const items = persons(200);
			let stop = () => {};
			const running = kaiCalls.run(call(onceADay), { items, entryPoint, onStart: (stopRun) => (stop = stopRun) });
			// The others wait for the next minute of KaiCalls' limit.
			await until(() => kaiCalls.timesRung().length >= 60);
			stop();
			await running;
			const called = Object.keys(kaiCalls.control.callsPlaced());
			expect(called.length).toBeLessThan(items.length);
			const rest = items.slice(-5);
			const { items: results } = await kaiCalls.run(call(onceADay), {
				items: [...called.map((phone) => ({ phone })), ...rest],
				entryPoint,
			});
			expect(outcomes(results)).toEqual([...called.map(() => 'heldBack'), ...rest.map(() => 'done')]);
			expect(new Set(kaiCalls.timesRung())).toEqual(new Set([1]));
		},
	);
});

describe('Contact Limit of a node that was renamed', () => {
	it('goes on counting, because n8n knows the node by its ID', async () => {
		await kaiCalls.run(call(onceADay), { items: persons(1) });
		const { items } = await kaiCalls.run(call(onceADay), { items: persons(2), name: 'Ring them' });
		expect(outcomes(items)).toEqual(['heldBack', 'done']);
		expect(kaiCalls.timesRung()).toEqual([1, 1]);
	});
});

describe('an expression that yields nothing is never "no limit"', () => {
	const limit = (row: INodeParameters): INodeParameters => ({ contactLimit: { limit: row } });
	const empty = '={{ $json.none }}';

	it.each<[string, INodeParameters, string]>([
		['Contacts', limit({ contacts: empty, period: 1, unit: 'days' }), '"Contacts" was added, but is empty'],
		['Period', limit({ contacts: 1, period: '={{ "N/A" }}', unit: 'days' }), '"Period" was added, but is empty'],
		['Unit', limit({ contacts: 1, period: 1, unit: empty }), '"Unit" was added, but is empty'],
		['From', { contactHours: { hours: { opens: empty, closes: '17:00' } } }, '"From" was added, but is empty'],
		['To', { contactHours: { hours: { opens: '09:00', closes: '={{ "" }}' } } }, '"To" was added, but is empty'],
		[
			'Weekdays',
			{ contactHours: { hours: { opens: '00:00', closes: '23:59', weekdays: empty } } },
			'"Weekdays" was added, but is empty',
		],
	])('in %s: the item is refused, and no person is called', async (_, options, message) => {
		const { error } = await kaiCalls.run(call(options), { items: persons(1) });
		expect(error?.message).toContain(message);
		expect(kaiCalls.timesRung()).toEqual([]);
	});

	it('in the row, with n8n’s defaults: once a day', async () => {
		const options: INodeParameters = { contactLimit: { limit: empty } };
		await kaiCalls.run(call(options), { items: persons(1) });
		expect(outcomes((await kaiCalls.run(call(options), { items: persons(1) })).items)).toEqual(['heldBack']);
		expect(kaiCalls.timesRung()).toEqual([1]);
	});

	it.each<[string, INodeParameters, string]>([
		['in all of them', limit({ contacts: empty, period: empty, unit: empty }), '"Contacts" was added, but is empty'],
		['in the option', { contactLimit: empty }, '"Contact Limit" was added, but is empty'],
		[
			'in the option Refuse Persons Reached Twice',
			{ oneThrough: empty },
			'"Refuse Persons Reached Twice" was added, but is empty',
		],
		['in the option Contact Hours', { contactHours: empty }, '"Contact Hours" was added, but is empty'],
		[
			'in all of Contact Hours',
			{
				contactHours: { hours: { opens: empty, closes: empty, timeZone: empty, timeZoneElse: empty, weekdays: empty } },
			},
			'"From" was added, but is empty',
		],
	])('%s: the item is refused, and no person is called', async (_, options, message) => {
		const { error } = await kaiCalls.run(call(options), { items: persons(1) });
		expect(error?.message).toContain(message);
		expect(kaiCalls.timesRung()).toEqual([]);
	});

	it.each<[INodeParameters, string]>([
		[
			limit({ contacts: '={{ 0 }}', period: 1, unit: 'days' }),
			'"Contacts" must be a whole number from 1 to 20 (got "0")',
		],
		[
			limit({ contacts: '={{ -1 }}', period: 1, unit: 'days' }),
			'"Contacts" must be a whole number from 1 to 20 (got "-1")',
		],
		[limit({ contacts: 1, period: '={{ 0.5 }}', unit: 'days' }), '"Period" must be a whole number from 1 (got "0.5")'],
		[limit({ contacts: 1, period: 1, unit: '={{ "weeks" }}' }), '"Unit" must be one of the choices (got "weeks")'],
		[{ contactLimit: '={{ ["often"] }}' }, '"Contact Limit"'],
	])('and an invalid limit is refused: %j', async (options, message) => {
		const { error } = await kaiCalls.run(call(options), { items: persons(1) });
		expect(error?.message).toContain(message);
		expect(kaiCalls.timesRung()).toEqual([]);
	});

	it('for the model of an agent as well', async () => {
		const tool = kaiCalls.tool({
			...call({
				contactLimit: { limit: { contacts: '={{ $fromAI("often", "", "number") }}', period: 1, unit: 'days' } },
			}),
			to: '={{ $fromAI("phone", "", "string") }}',
			context: '={{ $fromAI("context", "", "string") }}',
		});
		const [person] = persons(1);
		for (const context of ['One', 'Two', 'Three'])
			expect(await tool({ ...person, context, often: '' })).toContain('"Contacts\\" was added, but is empty');
		expect(kaiCalls.timesRung()).toEqual([]);
	});
});

describe('the whole of Options as one expression', () => {
	const whole = (options: string): INodeParameters => ({ ...call({}), options });
	const limitText = '{ contactLimit: { limit: { contacts: 1, period: 1, unit: "days" } } }';

	it.each<EntryPoint>(['customOperations', 'routing', 'one by one'])(
		'keeps Contact Limit, as an object and as JSON text (through "%s")',
		async (entryPoint) => {
			for (const [place, options] of [
				`={{ (${limitText}) }}`,
				`={{ JSON.stringify(${limitText}) }}`,
				`=${JSON.stringify(onceADay)}`,
			].entries()) {
				const items = persons(3).slice(place, place + 1);
				const runs = [
					await kaiCalls.run(whole(options), { items, entryPoint }),
					await kaiCalls.run(whole(options), { items, entryPoint }),
				];
				expect(runs.map(({ error }) => error?.message)).toEqual([undefined, undefined]);
				expect(runs.map(({ items }) => outcomes(items))).toEqual([['done'], ['heldBack']]);
			}
		},
	);

	it.each([
		'{ contactHours: { hours: { opens: "09:00", closes: "08:00" } } }',
		'{ contactHours: { hours: { opens: "25:00" } } }',
	])('keeps Contact Hours: %s is refused', async (options) => {
		expect((await kaiCalls.run(whole(`={{ (${options}) }}`), { items: persons(1) })).error?.message).toMatch(
			/"Contact Hours" are from|"From" must be a time \(got "25:00"\)/,
		);
		expect(kaiCalls.timesRung()).toEqual([]);
	});

	it.each([
		['nothing', '={{ $json.none }}', '"Options" must be an object (its expression brought nothing'],
		['null', '={{ null }}', '"Options" must be an object (its expression brought nothing'],
		['a number', '={{ 7 }}', '"Options" must be an object (its expression brought "7"'],
		['a list', '={{ [{ contactLimit: 1 }] }}', '"Options" must be an object (its expression brought'],
		['no JSON', '=once a day', '"Options" is'],
		['a safeguard without a value', '={{ ({ contactLimit: $json.none }) }}', '"Contact Limit" was added, but is empty'],
		[
			'a safeguard that is nothing',
			'={{ ({ oneThrough: null }) }}',
			'"Refuse Persons Reached Twice" was added, but is empty',
		],
		['a safeguard that cannot be read', '={{ ({ contactLimit: "often" }) }}', '"Contact Limit"'],
		[
			'a safeguard in other parts',
			'={{ ({ contactLimit: { contacts: 1, period: 1, unit: "days" } }) }}',
			'"Contact Limit"',
		],
	])('is refused if it yields %s, and no person is called', async (_, options, message) => {
		const { error } = await kaiCalls.run(whole(options), { items: persons(1) });
		expect(error?.message).toContain(message);
		expect(kaiCalls.timesRung()).toEqual([]);
	});

	it.each([new KaiCalls(), new Kakiyo(), new Kayse(), new Kairo()])(
		'reaches every node, and a collection stays one (%#)',
		({ description }) => {
			const read = (options: INodeParameters['x']) =>
				NodeHelpers.getNodeParameters(description.properties, { options }, true, false, null, null)?.options;
			expect(read('={{ $json.options }}')).toBe('={{ $json.options }}');
			expect(read({ maxRetries: 2, noOption: 1 })).toEqual({ maxRetries: 2 });
			expect([read({}), read(undefined)]).toEqual([{}, {}]);
		},
	);

	it('may yield none', async () => {
		expect(outcomes((await kaiCalls.run(whole('={{ {} }}'), { items: persons(1) })).items)).toEqual(['done']);
	});
});

describe('unlikely Contact Hours', () => {
	const hours = (opens: string, closes: string): INodeParameters => ({
		contactHours: { hours: { opens, closes, timeZone: zoneAt(12) } },
	});

	it.each([
		['05:00', '23:00'],
		['08:00', '22:00'],
		['={{ "6 am" }}', '21:00'],
	])('cause a hint, and apply: from %s to %s', async (opens, closes) => {
		const result = await kaiCalls.run(call(hours(opens, closes)), { items: persons(1) });
		expect(outcomes(result.items)).toEqual(['done']);
		expect(hintsOf(result).join(' ')).toContain('people expect no calls before 08:00 or after 21:00');
	});

	it('cause no hint if they are usual', async () => {
		const result = await kaiCalls.run(call(hours('08:00', '21:00')), { items: persons(1) });
		expect(hintsOf(result).join(' ')).not.toContain('people expect');
	});
});

describe('Contact Limit over 10,000 items', () => {
	it('costs no further request, and lets one of many texts to one person through', async () => {
		const text: INodeParameters = {
			resource: 'smsMessage',
			operation: 'send',
			agentId: byId(kaiCalls.state.agents[0]?.id ?? ''),
			to: '+12125550123',
			message: '={{ $json.text }}',
			options: onceADay,
		};
		const { items } = await kaiCalls.run(text, {
			items: Array.from({ length: 10_000 }, (_, place) => ({ text: `Text ${place}` })),
		});
		expect(items).toHaveLength(10_000);
		expect(outcomes(items).filter((outcome) => outcome === 'heldBack')).toHaveLength(9_999);
		expect(kaiCalls.requests()).toHaveLength(1);
	}, 120_000);

	it('adds prospects in the same number of batches', async () => {
		const { items } = await kakiyo.run({ ...addProspects, options: onceADay }, { items: people(1_000) });
		expect(items).toHaveLength(1_000);
		expect(kakiyo.requests()).toHaveLength(10);
	}, 120_000);
});
