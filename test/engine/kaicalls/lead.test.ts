import { describe, expect, it } from '@jest/globals';

import { byId } from '../bench';
import { NO_SCOPE, useOperations } from './operations';

const { bench, run, rows, sent, refusedWithout, expectAllEndpointsReached } = useOperations('lead');

const firstLead = () => bench.state.leads[0];
const leadId = () => byId(firstLead()?.id ?? '');
const workspaceId = () => byId(bench.state.workspaces[0]?.id ?? '');

async function createLeads(count: number): Promise<void> {
	const items = Array.from({ length: count }, (_, index) => ({ phone: `+1202557${String(index).padStart(4, '0')}` }));
	await rows('create', { workspaceId: workspaceId(), phone: '={{ $json.phone }}' }, { items });
}

describe('lead: get many', () => {
	it('loses and repeats no lead of equal time across a page border', async () => {
		await createLeads(70);
		bench.control.configureKaiCalls({ createdAtStepSeconds: 1_000_000 });
		await createLeads(60);
		const leads = await rows('getAll', { returnAll: true });
		expect(leads[99]?.created_at).toBe(leads[100]?.created_at);
		expect(leads.map(({ id }) => id).sort()).toEqual(bench.state.leads.map(({ id }) => id).sort());
	}, 30_000);

	it('sends the filled-in fields under Filters', async () => {
		const agentId = bench.state.agents[0]?.id ?? '';
		await rows('getAll', {
			limit: 5,
			filters: {
				agentId: byId(agentId),
				createdAfter: '2020-01-01T00:00:00Z',
				createdBefore: '2030-01-01T00:00:00Z',
				email: 'lead01@customers.example',
				maxScore: 90,
				minScore: 0,
				phone: '+13035550001',
				source: 'web_form',
				status: 'new,contacted',
				updatedAfter: '2020-01-01T00:00:00Z',
				updatedBefore: '2030-01-01T00:00:00Z',
			},
		});
		expect(sent()).toEqual([
			{
				to: 'GET /leads',
				query: {
					limit: '5',
					agent_id: agentId,
					created_after: '2020-01-01T00:00:00.000Z',
					created_before: '2030-01-01T00:00:00.000Z',
					email: 'lead01@customers.example',
					score_lte: '90',
					score_gte: '0',
					phone: '+13035550001',
					source: 'web_form',
					status: 'new,contacted',
					updated_after: '2020-01-01T00:00:00.000Z',
					updated_before: '2030-01-01T00:00:00.000Z',
				},
			},
		]);
	});

	it('finds the leads of a status', async () => {
		const found = await rows('getAll', { returnAll: true, filters: { status: 'booked,won' } });
		expect(found).toHaveLength(30);
		expect(found.map(({ status }) => status).filter((status) => status !== 'booked' && status !== 'won')).toEqual([]);
	});
});

describe('lead: the others', () => {
	it('gets a lead, simplified or in full', async () => {
		const [simple] = await rows('get', { leadId: leadId() });
		expect(simple).toMatchObject({
			name: 'Lead01 Reyes',
			last_name: 'Reyes',
			notes: null,
			updated_at: expect.any(String),
		});
		expect(simple).toHaveProperty('first_name');
		expect(await rows('get', { leadId: leadId(), simplify: false })).toMatchObject([
			{ last_name: 'Reyes', notes: null },
		]);
		expect(sent()[0]).toEqual({ to: 'GET /leads', query: { id: firstLead()?.id } });
	});

	it('names an unknown lead', async () => {
		const { error } = await run('get', { leadId: byId('lead_x') });
		expect(error?.message).toBe('KaiCalls has no Lead ID "lead_x"');
	});

	it.each(['create', 'update'])('sends a ZIP code with its leading zero: %s', async (operation) => {
		const fields = (zip: string) =>
			operation === 'create'
				? { workspaceId: workspaceId(), name: 'Dana Reyes', additionalFields: { zip } }
				: { leadId: byId(bench.state.leads[0]?.id ?? ''), updateFields: { zip } };
		await rows(operation, fields('78701.0'));
		expect(sent()).toMatchObject([{ body: { zip: '78701' } }]);
		const { error } = await bench.run({ resource: 'lead', operation, ...fields('={{ 2134 }}') });
		expect(error?.message).toContain('"ZIP" is too short for a ZIP code (got "2134")');
		expect(sent()).toHaveLength(1);
	});

	it('creates a lead with the filled-in fields', async () => {
		const agentId = bench.state.agents[0]?.id ?? '';
		await rows('create', {
			workspaceId: workspaceId(),
			name: 'Dana Reyes',
			phone: '',
			email: 'dana@example.com',
			additionalFields: {
				agentId: byId(agentId),
				address: '1 Main St',
				city: 'Austin',
				state: 'TX',
				zip: '78701',
				firstName: 'Dana',
				lastName: 'Reyes',
				notes: 'Prefers mornings',
				source: 'n8n',
				status: 'new',
				eventDate: '2026-03-01',
				eventType: 'car accident',
				message: 'Please call me.',
				sourcePage: 'Contact',
				sourceUrl: 'https://example.com/contact',
				timezone: 'America/Chicago',
			},
		});
		expect(sent()).toEqual([
			{
				to: 'POST /leads',
				body: {
					business_id: bench.state.workspaces[0]?.id,
					name: 'Dana Reyes',
					email: 'dana@example.com',
					agent_id: agentId,
					address: '1 Main St',
					city: 'Austin',
					state: 'TX',
					zip: '78701',
					first_name: 'Dana',
					last_name: 'Reyes',
					notes: 'Prefers mornings',
					source: 'n8n',
					status: 'new',
					event_date: '2026-03-01',
					event_type: 'car accident',
					message: 'Please call me.',
					source_page: 'Contact',
					source_url: 'https://example.com/contact',
					timezone: 'America/Chicago',
				},
			},
		]);
		expect(bench.state.leads.at(-1)).toMatchObject({ name: 'Dana Reyes', city: 'Austin' });
	});

	it('needs a name, a phone number or an email address', async () => {
		const { error } = await run('create', { workspaceId: workspaceId(), additionalFields: { city: 'Austin' } });
		expect(error?.message).toBe('The lead has no name, phone number or email address');
		expect(sent()).toEqual([]);
	});

	it('is not created again after a doubtful answer, and says how to look it up', async () => {
		bench.control.fail({ method: 'POST', path: '/leads', kind: 'status', status: 503 });
		const { error } = await run('create', { workspaceId: workspaceId(), name: 'Dana' });
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(error?.description).toContain('Lead > Get Many, filtered by phone or email');
		expect(sent()).toHaveLength(1);
	});

	it('updates the filled-in fields and leaves the rest', async () => {
		await rows('update', { leadId: leadId(), updateFields: { status: 'won', notes: '', city: 'Austin' } });
		expect(sent()).toEqual([{ to: 'PATCH /leads', body: { id: firstLead()?.id, status: 'won', city: 'Austin' } }]);
		expect(firstLead()).toMatchObject({ name: 'Lead01 Reyes', status: 'won' });
	});

	it('refuses an update that changes nothing', async () => {
		const { error } = await run('update', { leadId: leadId() });
		expect(error?.message).toBe('There is nothing to update');
		expect(sent()).toEqual([]);
	});

	it.each([
		['get', 'leads:read'],
		['getAll', 'leads:read'],
		['create', 'leads:write'],
		['update', 'leads:write'],
	])('%s says which scope it needs', async (operation, scope) => {
		const { message, description } = await refusedWithout(operation, {
			leadId: leadId(),
			workspaceId: workspaceId(),
			name: 'Dana',
			updateFields: { name: 'Dana' },
		});
		expect(message).toBe(NO_SCOPE);
		expect(description).toContain(`This operation needs the scope ${scope}.`);
	});

	it('clears the selected fields, by name or by label, and no field that is only empty', async () => {
		await rows(
			'update',
			{ leadId: leadId(), updateFields: { notes: 'Moved', city: '' }, clearLeadFields: '={{ $json.fields }}' },
			{ items: [{ fields: 'phone, First Name' }] },
		);
		expect(sent()).toEqual([
			{ to: 'PATCH /leads', body: { id: firstLead()?.id, notes: 'Moved', phone: '', first_name: '' } },
		]);
		expect(firstLead()).toMatchObject({ phone: '', first_name: '', last_name: 'Reyes', notes: 'Moved' });
	});

	it.each([
		[
			{ updateFields: { notes: 'Moved' }, clearLeadFields: ['notes'] },
			'"Notes" has a value, and Clear Fields would empty it',
		],
		[{ clearLeadFields: ['status'] }, '"status" cannot be cleared'],
		[{ updateFields: { notes: '' }, clearLeadFields: '={{ $json.nothing }}' }, 'There is nothing to update'],
	])('does not empty by mistake: %j', async (parameters, message) => {
		const { error } = await run('update', { leadId: leadId(), ...parameters });
		expect([error?.message, sent()]).toEqual([message, []]);
	});

	it('reaches every endpoint of its part of the API', expectAllEndpointsReached);
});
