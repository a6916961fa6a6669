import type { INodeParameters } from 'n8n-workflow';

import { byId, known, markOf, named, phoneOf, type Given, type Sample, type Samples } from '../sample';
import type { Sandbox } from '../sandboxVendors';

const first = <T extends { id: string }>(records: ReadonlyMap<string, T>): string => [...records.values()][0]?.id ?? '';

const businessOf = ({ kaiCalls }: Sandbox): string => first(kaiCalls.state.workspaces);

/** Parameters with the first agent of the seed. */
const byAgent =
	(parameters: INodeParameters): Sample['parameters'] =>
	({ kaiCalls }) => ({ agentId: byId(first(kaiCalls.state.agents)), ...parameters });

/** Parameters with the first business of the seed. */
const inWorkspace =
	(parameters: INodeParameters): Sample['parameters'] =>
	(sandbox) => ({ workspaceId: byId(businessOf(sandbox)), ...parameters });

const phone = (place: number) => ({ mark: phoneOf(place), phone: phoneOf(place) });

const newLead = (place: number, sandbox: Sandbox): Given => ({
	request: { method: 'POST', path: '/leads', body: { business_id: businessOf(sandbox), name: `Given ${place}` } },
});

const newAgent = (place: number, sandbox: Sandbox): Given => ({
	request: {
		method: 'POST',
		path: '/agents',
		body: { business_id: businessOf(sandbox), name: `Given ${place}`, system_prompt: 'Hello' },
	},
});

export const newWebhook = (place: number, sandbox: Sandbox): Given => ({
	request: {
		method: 'POST',
		path: '/webhooks',
		body: { business_id: businessOf(sandbox), webhook_url: `https://crm.example/${place}`, events: ['call.completed'] },
	},
	idAt: ['webhook', 'id'],
});

export const newRun = (place: number, sandbox: Sandbox): Given => ({
	request: {
		method: 'POST',
		path: '/communication-runs',
		body: { business_id: businessOf(sandbox), external_ref: `given ${place}` },
		headers: { 'idempotency-key': `given-${place}` },
	},
});

const onWebhook: Sample = { parameters: { webhookId: byId('={{ $json.id }}') }, given: newWebhook, item: known };

const halting = (field: string): Sample => ({
	parameters: { [field]: byId('={{ $json.id }}') },
	given: newRun,
	item: known,
	harmlessTwice: 'What is halted stays halted',
});

const run: Sample['parameters'] = (sandbox) => ({
	run: `={ "business_id": "${businessOf(sandbox)}", "external_ref": "{{ $json.mark }}" }`,
});

export const kaiCallsSamples: Samples = {
	agent: {
		create: { parameters: inWorkspace({ name: '={{ $json.name }}', systemPrompt: 'Hello' }), item: named },
		update: {
			parameters: { agentId: byId('={{ $json.id }}'), updateFields: { name: 'Renamed' } },
			given: newAgent,
			item: known,
		},
	},
	call: {
		create: { parameters: byAgent({ to: '={{ $json.phone }}' }), item: phone },
		createAndWait: { parameters: byAgent({ to: '={{ $json.phone }}', timeLimit: 30 }), item: phone, follows: true },
	},
	communicationRun: {
		cancel: halting('communicationRunIdToCancel'),
		create: { parameters: run, item: named, isKeyed: true },
		pause: halting('communicationRunIdToPause'),
	},
	event: {
		replay: {
			parameters: { replayBy: 'id', eventIds: '={{ $json.id }}' },
			// A lead that came in made the event.
			given(place, { kaiCalls }) {
				const id = `event_given_${place}`;
				const business_id = first(kaiCalls.state.workspaces);
				kaiCalls.state.events.set(id, {
					id,
					event_type: 'lead.captured',
					object_type: 'lead',
					object_id: `lead_${place}`,
					business_id,
					created_at: kaiCalls.stamp(),
					payload: {},
				});
				return id;
			},
			item: known,
		},
	},
	lead: {
		create: { parameters: inWorkspace({ name: '={{ $json.name }}' }), item: named },
		update: {
			parameters: { leadId: byId('={{ $json.id }}'), updateFields: { city: 'Austin' } },
			given: newLead,
			item: known,
		},
	},
	phoneNumber: {
		assign: {
			parameters: (sandbox) => ({
				phoneNumber: { __rl: true, mode: 'number', value: '={{ $json.id }}' },
				additionalFields: { workspaceId: byId(businessOf(sandbox)) },
			}),
			given(place, { kaiCalls }) {
				kaiCalls.state.pool.add(phoneOf(place));
				return phoneOf(place);
			},
			item: known,
		},
		release: {
			parameters: { phoneNumberToRelease: { __rl: true, mode: 'number', value: '={{ $json.id }}' } },
			given(place, sandbox) {
				const { numbers } = sandbox.kaiCalls.state;
				const id = `number_given_${place}`;
				const created_at = sandbox.kaiCalls.stamp();
				numbers.set(id, {
					id,
					phone_number: phoneOf(place),
					agent_id: null,
					business_id: businessOf(sandbox),
					created_at,
				});
				return phoneOf(place);
			},
			item: known,
		},
	},
	smsMessage: {
		send: { parameters: byAgent({ to: '={{ $json.phone }}', message: 'Hello' }), item: phone },
	},
	webhook: {
		create: {
			parameters: (sandbox) => ({
				url: '=https://crm.example/{{ $json.mark }}',
				events: ['call.completed'],
				additionalFields: { workspaceId: byId(businessOf(sandbox)) },
			}),
			item: (place) => ({ mark: markOf(place) }),
		},
		delete: { ...onWebhook, parameters: { webhookIdToDelete: byId('={{ $json.id }}') } },
		rotateSecret: { ...onWebhook, parameters: { webhookIdToRotate: byId('={{ $json.id }}') } },
		sendTest: onWebhook,
	},
};
