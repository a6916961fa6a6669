import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { entryPointsIn } from '../../../nodes/shared/engine/entryPoint';
import { byId } from '../bench';
import { useKakiyoBench } from '../kakiyo';
import { restartLimiters } from '../processLimiters';
import { useStand } from '../stand';
import { everyOperation, WAYS, type AnyOperation } from './everyOperation';
import { useEveryTool } from './everyTool';
import { offeredTools } from './offeredTools';
import { errorOf } from './reads';

const kakiyo = useKakiyoBench();
const stand = useStand();
const tools = useEveryTool(stand);
let operations: AnyOperation[] = [];

/** Each record is found under any ID, and is called so. */
const NAME = 'Dana Reyes';

function answerTo(url: string): unknown {
	const { pathname, searchParams } = new URL(url, stand.origin);
	const id = searchParams.get('id') ?? decodeURIComponent(pathname.split('/').at(-1) ?? '');
	const record = {
		id,
		phone: searchParams.get('phone'),
		name: NAME,
		first_name: 'Dana',
		last_name: 'Reyes',
		prospect: { name: NAME },
	};
	if (searchParams.has('phone')) return { leads: [record] };
	if (pathname.endsWith('/prospects/search'))
		return { prospects: ids.map((known) => ({ id: 'chat', prospect: { id: known, name: NAME } })) };
	return /^\/(?:agents|campaigns|prompts|workspaces)$/.test(pathname) && !searchParams.has('id')
		? ids.map((known) => ({ id: known, name: NAME }))
		: record;
}

/** All that the operations are about. */
let ids: string[] = [];

beforeAll(async () => {
	operations = (await everyOperation()).filter(
		({ node, parameters: { resource, operation } }) =>
			entryPointsIn(node.create().description.properties).get(String(resource))?.get(String(operation))?.target
				.operation.isNamed,
	);
	const agents = operations.find(({ at }) => at === 'KAIRO Agent > Update');
	if (agents) agents.parameters.updateFields = { name: 'New' };
	const values = operations.flatMap(({ parameters }) => Object.values(parameters));
	ids = [
		...new Set(
			values.flatMap((value) =>
				typeof value === 'object' && value !== null && 'value' in value ? [String(value.value)] : [],
			),
		),
	];
});
beforeEach(() => {
	restartLimiters();
	stand.received.length = 0;
	stand.answer = (response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(
			JSON.stringify(stand.received.at(-1)?.method === 'GET' ? answerTo(stand.received.at(-1)?.url ?? '/') : {}),
		);
	};
});

const writes = () =>
	stand.received.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${url}`);

/** As an argument where a model is asked for it, and as an option. */
const named = (onlyIfName: string): INodeParameters => ({ onlyIfName, options: { onlyIfName } });

/** What may be refused before anything else, such as an update of nothing, is another matter. */
async function triedWith(
	run: (operation: AnyOperation) => Promise<string>,
): Promise<Array<{ at: string; said: string; written: string[] }>> {
	const tried = [];
	for (const operation of operations) {
		restartLimiters();
		stand.received.length = 0;
		const said = await run(operation);
		tried.push({ at: operation.at, said, written: writes() });
	}
	return tried;
}

describe('every operation that contacts, changes or erases one record', () => {
	it('there are enough of them', () => {
		expect(operations.length).toBeGreaterThan(30);
	});

	it.each(WAYS)(
		'reads it first, and does nothing to a record of another name, which the error shows: %s (case 42)',
		async (way) => {
			const tried = await triedWith(async (operation) =>
				String((await operation.ask(stand.origin, way, { parameters: named('Dana Reed') }))[0]?.error ?? ''),
			);
			expect(tried.filter(({ written }) => written.length > 0)).toEqual([]);
			// Whom a tool that waits would ring is not looked up: as a tool, it rings nobody.
			expect(
				tried.filter(
					({ said }) => !/(?:Dana Reyes.*and not "Dana Reed"|not found by the name "Dana Reed"|cannot wait)/.test(said),
				),
			).toEqual([]);
		},
	);

	it.each(WAYS)('acts if the name is right, in other capitals: %s', async (way) => {
		const tried = await triedWith(async (operation) =>
			String((await operation.ask(stand.origin, way, { parameters: named('dana REYES') }))[0]?.error ?? ''),
		);
		expect(tried.filter(({ said }) => said.includes('Only If Name Is') || said.includes('and not "'))).toEqual([]);
		expect(tried.filter(({ written }) => written.length > 0).length).toBeGreaterThan(operations.length - 4);
	});

	it('has it as an option in a workflow', async () => {
		const tried = await triedWith(
			async (operation) =>
				await operation.run(stand.origin, { options: { onlyIfName: 'Dana Reed' } } as INodeParameters),
		);
		expect(tried.filter(({ written }) => written.length > 0)).toEqual([]);
		expect(
			tried.filter(({ said }) => !/(?:Dana Reyes.*and not "Dana Reed"|not found by the name "Dana Reed")/.test(said)),
		).toEqual([]);
	});

	it('reads nothing where no name is given', async () => {
		const tried = await triedWith(async (operation) =>
			String((await operation.ask(stand.origin, 'AI Agent 3', { parameters: named('') }))[0]?.error ?? ''),
		);
		expect(tried.filter(({ said }) => said.includes('Only If Name Is'))).toEqual([]);
	});
});

it('it holds as an argument of a tool, too', async () => {
	const remove = (name: string) =>
		kakiyo.tool(
			{
				resource: 'campaign',
				operation: 'delete',
				campaignIdToDelete: byId('k1'),
				onlyIfName: '={{ $fromAI("only_if_name", "", "string") }}',
			},
			{ baseUrl: stand.origin },
		)({ only_if_name: name });
	ids = [...ids, 'k1'];
	expect(await errorOf(remove('Dana Reed'))).toMatch(
		/The campaign "k1" is "Dana Reyes", and not "Dana Reed"\. Nothing was done\./,
	);
	expect(writes()).toEqual([]);
	expect(await errorOf(remove('Dana Reyes'))).toBe('');
	expect(writes()).toEqual(['DELETE /campaigns/k1']);
});

describe('a workflow with many items', () => {
	const pause = {
		resource: 'campaign',
		operation: 'pause',
		campaignId: byId('={{ $json.id }}'),
		options: { onlyIfName: '={{ $json.name }}' },
	};

	it('acts on the records whose name is right, and reads the list once for all of them', async () => {
		ids = Array.from({ length: 50 }, (_, index) => `k${index}`);
		const items = ids.map((id, index) => ({ id, name: index % 2 ? NAME : 'Somebody Else' }));
		const { items: done } = await kakiyo.run(pause, {
			items,
			baseUrl: stand.origin,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(done).toHaveLength(50);
		expect(new Set(writes()).size).toBe(25);
		expect(stand.received.filter(({ method }) => method === 'GET').length).toBeLessThan(5);
	});

	it('with an expression that finds no name does nothing', async () => {
		const { error } = await kakiyo.run(pause, { items: [{ id: 'k1' }], baseUrl: stand.origin });
		expect(error?.message).toContain('"Only If Name Is" was added, but is empty');
		expect(stand.received).toEqual([]);
	});
});

it('a conversation that is given by the profile of its person cannot be checked by name', async () => {
	const pause = {
		resource: 'prospect',
		operation: 'pause',
		chatId: byId('https://www.linkedin.com/in/dana-reyes'),
		onlyIfName: NAME,
	};
	expect(await errorOf(kakiyo.tool(pause, { baseUrl: stand.origin })({}))).toContain('needs the ID of the person');
	expect(stand.received).toEqual([]);
});

const showRecord = (record: Record<string, unknown>) =>
	tools.says((_, method) => ({ body: method === 'GET' ? record : { success: true, id: 'x' } }));

describe('a name that is similar to the wanted one', () => {
	it.each([
		['KaiCalls Lead > Update', 'Michal Cohen', 'Michael Cohen'],
		['KaiCalls Lead > Update', 'Su Li', 'Sue Li'],
		['KaiCalls Lead > Update', 'Samul Noe', 'Samuel No'],
		['KaiCalls Lead > Update', 'Dana Reyes Jr', 'Dana Reyes Sr'],
		['KaiCalls Agent > Update', 'C# developers', 'C++ developers'],
		['KaiCalls Agent > Update', 'MD leads', 'PhD leads'],
		['KaiCalls Agent > Update', 'Spring 🔥', 'Spring 🧊'],
		['KaiCalls Agent > Update', 'Plan A+', 'Plan A-'],
		['Kayse Case > Update', 'Dr. Reyes', 'Reyes'],
	])('%s: nothing is done to "%s" when "%s" is wanted', async (at, name, onlyIfName) => {
		showRecord({ id: '1', name });
		await tools.ask(at, { ...named(onlyIfName), updateFields: { name: 'New' } });
		expect(tools.requests.length).toBeGreaterThan(0);
		expect(tools.written()).toEqual([]);
	});

	it.each([
		['KaiCalls Lead > Update', 'Dr. Dana O’Brien-Díaz', 'dana obrien diaz'],
		['KaiCalls Agent > Update', 'Plan A+', 'plan a+'],
		['KaiCalls Agent > Update', 'Réception', ' RECEPTION '],
	])('%s: it is done to "%s" when "%s" is wanted', async (at, name, onlyIfName) => {
		const agent = tools.operations.find((operation) => operation.at === at);
		const id = Object.values(agent?.parameters ?? {}).flatMap((value) =>
			typeof value === 'object' && value !== null && 'value' in value ? [value.value] : [],
		)[0];
		showRecord({ id, name });
		await tools.ask(at, { ...named(onlyIfName), updateFields: { name: 'New' } });
		expect(tools.written()).toHaveLength(1);
	});
});

describe('only the person’s own record confirms the name', () => {
	it.each(['KaiCalls SMS Message > Send', 'KaiCalls Call > Create'])(
		'%s: a lead of that name with another number does not',
		async (at) => {
			showRecord({
				leads: [
					{ id: 'l1', name: 'Joe Doe', phone: '+12025550199' },
					{ id: 'l2', name: 'Dana Reyes', phone: '+12025550177' },
					{ id: 'l3', name: 'Dana Reyes', phone: null },
				],
			});
			await tools.ask(at, { to: '+12025550123', onlyIfName: 'Dana Reyes' });
			expect(tools.written()).toEqual([]);
		},
	);

	it('the lead with the number does, with the number in any spelling', async () => {
		showRecord({ leads: [{ id: 'l1', name: 'Dana Reyes', phone: '(202) 555-0123' }] });
		await tools.ask('KaiCalls SMS Message > Send', { to: '+12025550123', onlyIfName: 'Dana Reyes' });
		expect(tools.written()).toHaveLength(1);
	});

	it.each([
		'KaiCalls Lead > Update',
		'KaiCalls Agent > Update',
		'Kayse Case > Send SMS',
		'Kayse Client > Delete',
		'Kayse Case > Delete',
		'KAIRO Agent > Update',
		'KAIRO Workflow > Delete',
	])('%s: a record with another ID does not', async (at) => {
		showRecord({ id: 'other_9', name: 'Dana Reyes', first_name: 'Dana', last_name: 'Reyes' });
		await tools.ask(at, {
			onlyIfName: 'Dana Reyes',
			options: { onlyIfName: 'Dana Reyes' },
			updateFields: { name: 'New' },
		});
		expect(tools.requests.length).toBeGreaterThan(0);
		expect(tools.written()).toEqual([]);
	});
});

describe('the tool asks a model for the name, if it concerns a person or erases', () => {
	const arguments_ = new Map(
		offeredTools().map(({ vendor, at, arguments: shown }) => [`${vendor} ${at}`, Object.keys(shown)]),
	);

	it('in every operation that knows its record by a name', () => {
		const asking = operations.filter(
			({ at }) =>
				/> Delete$|^Kayse (?:Case|Client|Call) >|^Kakiyo Prospect >|^KaiCalls (?:Lead|Call|SMS Message) >/.test(at) &&
				at !== 'KaiCalls Call > Create and Wait',
		);
		expect(asking.length).toBeGreaterThan(14);
		expect(asking.map(({ at }) => at).filter((at) => !arguments_.get(at)?.includes('only_if_name'))).toEqual([]);
	});
});

it('n8n’s approval shows the truth, also when Options require another name', async () => {
	showRecord({ id: '1', name: 'Dana Reyes' });
	const [answer] = await tools.ask('KaiCalls Lead > Update', {
		onlyIfName: 'Joe Doe',
		options: { onlyIfName: 'Dana Reyes' },
		updateFields: { status: 'new' },
	});
	expect(answer?.error).toContain('and not "Joe Doe"');
	expect(tools.written()).toEqual([]);
});

it('Call > Create and Wait rings only the person with that name', async () => {
	const operation = tools.operations.find(({ at }) => at === 'KaiCalls Call > Create and Wait');
	showRecord({ leads: [{ id: 'l1', name: 'Joe Doe', phone: '+12025550123' }] });
	await operation?.run(stand.origin, { to: '+12025550123', options: { onlyIfName: 'Dana Reyes' } } as INodeParameters);
	expect(tools.requests.join()).toContain('GET');
	expect(tools.written()).toEqual([]);
});
