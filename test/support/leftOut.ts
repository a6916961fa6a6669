/** Documented, and not served by the sandbox, as nothing could call it. */
export const NOT_SERVED: Record<string, string[]> = {
	KaiCalls: ['GET /observability-events', 'POST /events/backfill', 'POST /signup'],
};

const MADE_UP = 'made up in the sandbox, to test API Request';

/** What a node does not offer, and why. */
export const LEFT_OUT: Record<string, Record<string, string>> = {
	KAIRO: {
		'GET /agents/templates': MADE_UP,
		'GET /analytics/export': MADE_UP,
		'PATCH /context/settings': MADE_UP,
		'POST /workflows/import': MADE_UP,
	},
	KaiCalls: {
		'GET /keys': 'dashboard session only (docs/vendors/kaicalls.md#c13)',
		'POST /keys': 'dashboard session only (docs/vendors/kaicalls.md#c13)',
		'DELETE /keys': 'dashboard session only (docs/vendors/kaicalls.md#c13)',
		'GET /phone-numbers': 'GET /numbers lists the same (docs/vendors/kaicalls.md#c12)',
		'GET /agents/versions': 'a history that nobody acts on in a workflow',
		'GET /leads/audit': 'a report for the dashboard',
		'POST /sms/update-prompt': 'Agent > Update sets the same prompt',
		'POST /workspaces': 'opens a business, which is paid for',
		'PATCH /workspaces': 'pauses or tears down a business with all it has',
	},
};
