import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { hintsOf } from '../engine';
import { NO_SCOPE, useOperations } from './operations';

const { bench, run, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('agent');

const firstAgent = () => bench.state.agents[0];
const agentId = () => byId(firstAgent()?.id ?? '');
const workspaceId = () => byId(bench.state.workspaces[0]?.id ?? '');

describe('agent', () => {
	it('lists agents up to the limit, with documented parameters only', async () => {
		expect(await rows('getAll', { returnAll: true })).toHaveLength(4);
		expect(await rows('getAll', { limit: 2 })).toHaveLength(2);
		expect(sent()).toEqual([{ to: 'GET /agents' }, { to: 'GET /agents' }]);
	});

	it('gets an agent with its number', async () => {
		expect(await rows('get', { agentId: agentId() })).toMatchObject([{ name: 'Kai', phone_number: '+12025550101' }]);
		expect(sent()).toEqual([{ to: 'GET /agents', query: { id: firstAgent()?.id } }]);
	});

	it('names an unknown agent', async () => {
		const { error } = await run('get', { agentId: byId('agent_x') });
		expect(error?.message).toBe('KaiCalls has no Agent ID "agent_x"');
	});

	it('creates an agent with the filled-in fields', async () => {
		const [created] = await rows('create', {
			workspaceId: workspaceId(),
			name: 'Ada',
			systemPrompt: 'You answer the phone.',
			additionalFields: {
				firstMessage: 'Hello, Ada here.',
				metadata: '{"team": "north"}',
				model: 'gpt-4o',
				modelProvider: 'openai',
				modelTemperature: 0.2,
				voiceId: 'anna',
				voiceProvider: '11labs',
			},
		});
		expect(sent()).toEqual([
			{
				to: 'POST /agents',
				body: {
					business_id: bench.state.workspaces[0]?.id,
					name: 'Ada',
					system_prompt: 'You answer the phone.',
					first_message: 'Hello, Ada here.',
					metadata: { team: 'north' },
					model: { model: 'gpt-4o', provider: 'openai', temperature: 0.2 },
					voice: { voiceId: 'anna', provider: '11labs' },
				},
			},
		]);
		expect(bench.state.agents.find(({ id }) => id === created?.id)?.name).toBe('Ada');
	});

	it('updates the filled-in fields and leaves the rest', async () => {
		await rows('update', {
			agentId: agentId(),
			updateFields: {
				inboundPrompt: 'Answer.',
				outboundPrompt: 'Call.',
				smsPrompt: 'Text.',
				outboundFirstMessage: '',
				maxDuration: 300,
				outboundLlm: 'gpt-4o',
				smsLlm: '{"model": "gpt-4o-mini"}',
				transferEnabled: false,
				transferPhoneNumber: '+1 202 555 0109',
				vapiConfig: '{"backgroundSound": "off"}',
			},
		});
		expect(sent()).toEqual([
			{
				to: 'PATCH /agents',
				body: {
					id: firstAgent()?.id,
					inbound_prompt: 'Answer.',
					outbound_prompt: 'Call.',
					sms_prompt: 'Text.',
					max_duration: 300,
					outbound_llm: 'gpt-4o',
					sms_llm: { model: 'gpt-4o-mini' },
					transfer_enabled: false,
					transfer_phone_number: '+12025550109',
					vapi_config: { backgroundSound: 'off' },
				},
			},
		]);
		expect(firstAgent()).toMatchObject({ name: 'Kai', first_message: 'Hello, this is Kai.', max_duration: 300 });
	});

	it('leaves null and empty text within JSON as it is at KaiCalls, and says so', async () => {
		const result = await bench.run({
			resource: 'agent',
			operation: 'update',
			agentId: agentId(),
			updateFields: { vapiConfig: '{"firstMessage": null, "voice": {"voiceId": "", "speed": 2}}' },
		});
		expect(sent()).toEqual([
			{ to: 'PATCH /agents', body: { id: firstAgent()?.id, vapi_config: { voice: { speed: 2 } } } },
		]);
		expect(hintsOf(result)).toEqual(['"Vapi Config" had null or an empty text in it; that was not sent.']);
	});

	it('empties texts on purpose, and keeps the others', async () => {
		await rows('update', {
			agentId: agentId(),
			updateFields: { inboundPrompt: 'Answer.' },
			clearAgentFields: ['firstMessage', 'smsPrompt'],
		});
		expect(sent()).toEqual([
			{
				to: 'PATCH /agents',
				body: { id: firstAgent()?.id, inbound_prompt: 'Answer.', first_message: '', sms_prompt: '' },
			},
		]);
		expect(firstAgent()).toMatchObject({ name: 'Kai', first_message: '' });
	});

	it.each([
		[{}, 'There is nothing to update'],
		[{ vapiConfig: '{"voice": {"voiceId": null}, "firstMessage": ""}' }, 'There is nothing to update'],
		[{ metadata: '={{ { owner: $json.nothing } }}' }, 'There is nothing to update'],
		[
			{ metadata: '={{ { id: 2 ** 60 } }}' },
			'"Metadata" has the number 1152921504606847000, with too many digits to send it as a number',
		],
		[{ metadata: '[1]' }, '"Metadata" has wrong content: must be an object such as { "name": "value" }'],
		[{ metadata: '{' }, '"Metadata" is not valid JSON'],
		[
			{ transferPhoneNumber: '555' },
			'"Transfer Phone Number" must be one telephone number (got "555"): it has no country code',
		],
	])('refuses the update %j before it costs a request', async (updateFields, message) => {
		const { error } = await run('update', { agentId: agentId(), updateFields });
		expect(error?.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('is not created again after a doubtful answer, and says how to look it up', async () => {
		bench.control.fail({ method: 'POST', path: '/agents', kind: 'resetAfterHandler' });
		const { error } = await run('create', { workspaceId: workspaceId(), name: 'Ada', systemPrompt: 'Hello.' });
		expect(error?.description).toContain('Check with Agent > Get Many whether it exists.');
		expect(sent()).toHaveLength(1);
	});

	it.each([
		['get', () => ({ agentId: byId('x') }), 'agents:read'],
		['getAll', () => ({}), 'agents:read'],
		['create', () => ({ workspaceId: workspaceId(), name: 'Ada', systemPrompt: 'Hello.' }), 'agents:write'],
		['update', () => ({ agentId: byId('x'), updateFields: { name: 'Bo' } }), 'agents:write'],
	] as const)('%s says which scope it needs', async (operation, parameters, scope) => {
		const { message, description } = await refusedWithout(operation, parameters());
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain(`This operation needs the scope ${scope}.`);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
