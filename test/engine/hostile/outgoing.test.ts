import { describe, expect, it } from '@jest/globals';

import { onBench } from '../bench';
import { useKaiCallsBench } from '../kaicalls';
import { useKairoBench } from '../kairo';
import { addProspects, byId, useKakiyoBench } from '../kakiyo';
import { NODES } from './everyNode';

/** Ways out of the place that an ID has in a path, in every writing that a server may read. */
const WAYS_OUT = [
	'../workspaces/w1',
	'..',
	'.',
	'../../agents',
	'a/../../b',
	'..%2Fworkspaces%2Fw1',
	'%2e%2e/workspaces',
	'%2E%2e%2Fworkspaces',
	'.%2e',
	'%252e%252e%252fworkspaces',
	'%25252e%25252e',
	'..\\workspaces\\w1',
	'%5c..%5cworkspaces',
	'..;/workspaces',
	'..;x=1',
	'\uff0e\uff0e/workspaces',
	'\uff0e\uff0e\uff0fworkspaces',
	'\u2025/workspaces',
	'%uff0e%uff0e',
	'%u002e%u002e/x',
	'%c0%ae%c0%ae%c0%afworkspaces',
	' .. ',
	'\u200b..\u200b',
	'.\u200b.',
];

const UNSENDABLE = ['x\ud800y', '\udc00', 'a\r\nX-Evil: 1', 'a\tb', 'a%0d%0ab', 'a%00b', 'x'.repeat(501)];

describe.each(NODES)('an ID in a field of $name', ({ bench: benchOf, ofId }) => {
	const bench = onBench(benchOf());

	it.each([...WAYS_OUT, ...UNSENDABLE])('%j is refused by name, and nothing is sent', async (id) => {
		const { error } = await bench.run(ofId(id));
		expect(error?.message).toMatch(/^"[\w ]+" (?:is|must be) /);
		expect(error?.context).not.toMatchObject({ outcome: 'unknown' });
		expect(bench.requests()).toEqual([]);
	});

	it.each(['agent_1', 'a b', 'café', 'org/model-7', 'v1..2', '100%', '\u{1f600}'])(
		'%j is an ID like any other',
		async (id) => {
			const { error } = await bench.run(ofId(id));
			expect(error?.message ?? '').not.toMatch(/leads to another folder|cannot be sent|backslash|half a character/);
		},
	);
});

describe('half a character, left by a program that cuts a text within an emoji', () => {
	const kairo = useKairoBench();
	const kaiCalls = useKaiCallsBench();
	const kakiyo = useKakiyoBench();
	const HALF = 'x\ud800y';

	it.each([
		['a query', { agentPath: '/templates', queryParameters: { parameters: [{ name: 'q', value: HALF }] } }],
		['the name of a query', { agentPath: '/templates', queryParameters: { parameters: [{ name: HALF, value: 'x' }] } }],
		['a path', { agentPath: `/${HALF}` }],
	])('is refused in %s (KAIRO, any request)', async (_where, parameters) => {
		const { error } = await kairo.run({ resource: 'agent', operation: 'apiRequest', ...parameters });
		expect(error?.message).toMatch(/half a character|cannot be sent/);
		expect(kairo.requests()).toEqual([]);
	});

	it('is refused in a text to a person (KaiCalls, SMS)', async () => {
		const { error } = await kaiCalls.run({
			resource: 'smsMessage',
			operation: 'send',
			agentId: byId(kaiCalls.control.kaiCallsState().agents[0]?.id ?? ''),
			to: '+12025550123',
			message: HALF,
		});
		expect(error?.message).toMatch(/"Message" has half a character/);
		expect(kaiCalls.requests()).toEqual([]);
	});

	it('is refused in its own row of a batch, and the others go out (Kakiyo)', async () => {
		const [first, second] = [
			{ name: HALF, url: 'https://www.linkedin.com/in/ada-hostile' },
			{ name: 'Grace', url: 'https://www.linkedin.com/in/grace-hostile' },
		];
		const { items } = await kakiyo.run(addProspects, {
			items: [first, second],
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items.map(({ json }) => String(json.error ?? 'done'))).toEqual([
			expect.stringContaining('half a character'),
			'done',
		]);
	});
});

/** A list in a list, this many times. */
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('JSON that cannot be sent unchanged (KAIRO, Workflow > Run)', () => {
	const bench = useKairoBench();
	const running = (inputJson: string) => ({
		resource: 'workflow',
		operation: 'run',
		workflowId: byId(bench.state.workflows[0]?.id ?? ''),
		workflowInputType: 'json',
		inputJson,
	});

	it.each([101, 5_000, 100_000])('nested %d levels, as text and as data', async (levels) => {
		const text = `{"deep":${nested(levels)}}`;
		for (const run of [
			await bench.run(running(text)),
			await bench.run(running('={{ $json.input }}'), { items: [{ input: text }] }),
		]) {
			expect(run.error?.message).toMatch(/nested deeper than 100 levels/);
			expect(JSON.stringify([run.error?.message, run.error?.description])).not.toContain('unknown');
		}
		expect(bench.requests()).toEqual([]);
	});

	it('nested 1,000 levels, from the row before', async () => {
		const { error } = await bench.run(running('={{ $json.input }}'), {
			items: [{ input: { deep: JSON.parse(nested(1_000)) as [] } }],
		});
		expect(error?.message).toMatch(/nested deeper than 100 levels/);
		expect(bench.requests()).toEqual([]);
	});

	it.each(['1e400', '-1e400', '12345678901234567890', '0.1234567890123456789012'])(
		'the number %s, which would become another one or null',
		async (number) => {
			const { error } = await bench.run(running(`{"amount":${number}}`));
			expect(error?.message).toMatch(/too many digits/);
			expect(bench.requests()).toEqual([]);
		},
	);

	it.each(['={{ { amount: NaN } }}', '={{ { amount: 1 / 0 } }}', '={{ { amount: -1 / 0 } }}'])(
		'%s, which would become null',
		async (input) => {
			const { error } = await bench.run(running(input));
			expect(error?.message).toMatch(/has (?:NaN|-?Infinity) in it: a number is missing/);
			expect(bench.requests()).toEqual([]);
		},
	);

	it.each(['{"text":"x\\ud800y"}', '{"x\\udc00y":1}'])('half a character: %s', async (input) => {
		const { error } = await bench.run(running(input));
		expect(error?.message).toMatch(/half a character/);
		expect(bench.requests()).toEqual([]);
	});

	it.each(['{"__proto__":{"x":1},"y":2}', '{"y":[{"__proto__":1}]}'])(
		'a member that would be lost: %s',
		async (input) => {
			const { error } = await bench.run(running(input));
			expect(error?.message).toContain('__proto__');
			expect(bench.requests()).toEqual([]);
		},
	);

	it.each([
		'={{ (() => { const a = {}; a.a = a; return a })() }}',
		'={{ (() => { const a = {}; a.a = a; a.b = [a, a]; return { x: [a] } })() }}',
		'={{ (() => { let a = {}; for (let n = 0; n < 60; n++) a = [a, a]; return { a } })() }}',
	])('data that contains itself, or endless parts: %s', async (input) => {
		const { error } = await bench.run(running(input));
		expect(error?.message).toMatch(/is nested deeper than 100 levels|has more than 1,000,000 values/);
		expect(bench.requests()).toEqual([]);
	});

	it.each([
		'new Map([[1, 2]])',
		'new Set([1])',
		'/x/',
		'new Number(NaN)',
		'[NaN].map(Object)',
		'new Number(1)',
		'new Error("x")',
	])('a value that JSON cannot express: %s', async (value) => {
		const { error } = await bench.run(running(`={{ { a: ${value} } }}`));
		expect(error?.message).toBeTruthy();
		expect(bench.requests()).toEqual([]);
	});

	it('100 levels, minus zero and the largest number are sent', async () => {
		const { error } = await bench.run(running(`{"deep":${nested(98)},"zero":-0,"large":1.7976931348623157e308}`));
		expect(error).toBeUndefined();
	});
});
