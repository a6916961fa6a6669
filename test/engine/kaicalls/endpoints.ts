/** The endpoints of docs/vendors/kaicalls.md by resource of the node, as the sandbox's routes write the paths. */
export const ENDPOINTS = {
	account: ['GET /balance'],
	agent: ['GET /agents', 'POST /agents', 'PATCH /agents'],
	analytics: [
		'GET /analytics/dashboard',
		'GET /analytics/agents',
		'GET /analytics/businesses',
		'GET /analytics/calls',
		'GET /analytics/funnel',
		'GET /analytics/weekly',
	],
	availablePhoneNumber: ['GET /phone-numbers/available'],
	call: ['GET /calls', 'POST /calls'],
	communicationAttempt: ['GET /communication-attempts'],
	communicationJob: ['GET /communication-jobs'],
	communicationRun: [
		'GET /communication-runs',
		'POST /communication-runs',
		'PATCH /communication-runs',
		'POST /communication-runs/preview',
		'POST /communication-runs/validate',
	],
	event: ['GET /events', 'POST /events/replay'],
	eventDelivery: ['GET /event-deliveries'],
	lead: ['GET /leads', 'POST /leads', 'PATCH /leads'],
	phoneNumber: ['GET /numbers', 'POST /phone-numbers', 'DELETE /phone-numbers'],
	smsConversation: ['GET /sms/conversations'],
	smsMessage: ['GET /sms/messages', 'POST /sms/send'],
	transcript: ['GET /transcripts'],
	usage: ['GET /usage'],
	webhook: [
		'GET /webhooks',
		'POST /webhooks',
		'DELETE /webhooks',
		'POST /webhooks/test',
		'POST /webhooks/rotate-secret',
	],
	workspace: ['GET /workspaces'],
} as const;

export type Resource = keyof typeof ENDPOINTS;

/** Call > Get Recording and Get Transcript have tests of their own. */
export const IN_ITS_OWN_TEST = ['GET /recordings'];

/** What the node does not offer, and why. */
export const LEFT_OUT: Record<string, string> = {
	'GET /keys': 'dashboard session only (docs/vendors/kaicalls.md#c13)',
	'POST /keys': 'dashboard session only (docs/vendors/kaicalls.md#c13)',
	'DELETE /keys': 'dashboard session only (docs/vendors/kaicalls.md#c13)',
	'GET /phone-numbers': 'GET /numbers lists the same (docs/vendors/kaicalls.md#c12)',
	'GET /agents/versions': 'a history that nobody acts on in a workflow',
	'GET /leads/audit': 'a report for the dashboard',
	'POST /sms/update-prompt': 'Agent > Update sets the same prompt',
	'POST /workspaces': 'opens a business, which is paid for',
	'PATCH /workspaces': 'pauses or tears down a business with all it has',
};
