import { valueAt } from '../../nodes/shared/values/json';
import type { StubVendor } from './api';

const call = (id: string) => ({
	id,
	conversation_id: `conversation-${id}`,
	status: 'completed',
	direction: 'outbound',
	duration: 84,
	agent_id: 'agent-1',
	agent_name: 'Front desk',
	business_id: 'business-1',
	lead_id: `lead-${id}`,
	summary: 'The caller asked for an appointment next week and left a number to call back.',
	recording_url: null,
	quality_dimensions: { professionalism: 92, empathy: 88, information_gathering: 95, resolution: 90 },
	created_at: '2026-11-02T09:00:00Z',
});

/** The endpoints of KaiCalls for the benchmark. */
export const kaicalls: StubVendor = ({ method, path, query, body }) => {
	const to = valueAt(body, 'to');
	if (method === 'POST' && path === '/calls' && typeof to === 'string')
		return { status: 201, body: { ...call(to), to }, rows: [to] };
	const id = query.get('id');
	return path === '/calls' && id !== null ? { body: call(id), rows: [id] } : undefined;
};
