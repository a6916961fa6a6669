import type { Agent, Campaign } from '../state';

/** The agents that campaigns can name, by ID. */
export const seedAgents: ReadonlyMap<string, Agent> = new Map([
	['agt_nora', { id: 5, name: 'Nora', voice_id: 'v_1', avatar_url: 'https://cdn.example.org/nora.png' }],
	['agt_karim', { id: 6, name: 'Karim', voice_id: 'v_2', avatar_url: 'https://cdn.example.org/karim.png' }],
]);

const stats = {
	call_id_1: {
		total_calls: 10,
		finished_calls: 9,
		called_clients: 8,
		total_clients: 8,
		success_calls: 7,
		success_calls_percentage: 77.7,
		failed_calls: 2,
		failed_calls_percentage: 22.2,
		average_sentiment_score: 0.7,
		average_call_duration: '02:10',
		total_call_duration: '19:30',
		disqualified_clients: 1,
		disqualification_rate: 12.5,
		converted_clients: 3,
		conversion_rate: 37.5,
		in_progress_rate: 10,
	},
};

/** All but ids; the list by its place among the seed's. */
export const seedCampaigns: ReadonlyArray<Pick<Campaign, 'name' | 'agent_id' | 'values' | 'stats'> & { list: number }> =
	[
		{ name: 'Spring intake', agent_id: 'agt_nora', list: 0, external: true },
		{ name: 'Court date reminders', agent_id: 'agt_karim', list: 1, external: false },
		{ name: 'Mass tort follow-up', agent_id: 'agt_nora', list: 4, external: true },
	].map(({ external, ...campaign }) => ({
		...campaign,
		values: {
			start_time: '2026-03-01T09:00:00Z',
			end_time: '2026-03-01T17:00:00Z',
			callback_delays: [{ minutes: 30, hours: 0, days: 0 }],
			days: ['Monday', 'Tuesday'],
			send_sms_before_call_delay_minutes: 15,
			send_sms_before_call: true,
			sms_before_call_text: 'We will call you shortly.',
			send_sms_after_successful_call: false,
			sms_after_successful_call_text: '',
			send_sms_after_failed_call: false,
			sms_after_failed_call_text: '',
			is_obo: false,
			calls_scheduled_externally: external,
		},
		stats,
	}));
