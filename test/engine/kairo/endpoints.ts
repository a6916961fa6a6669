/** Methods and numbers of endpoints as seed 003 "Endpoint categories" lists them. */
export const CATEGORIES = {
	agent: { root: '/agents', methods: ['POST', 'GET', 'PATCH', 'DELETE'], count: 12 },
	workflow: { root: '/workflows', methods: ['POST', 'GET', 'PUT', 'DELETE'], count: 8 },
	context: { root: '/context', methods: ['POST', 'GET', 'PATCH'], count: 9 },
	analytics: { root: '/analytics', methods: ['GET'], count: 6 },
} as const;

export type Resource = keyof typeof CATEGORIES;

/** apis/kairo.md 2 to 5 by resource of the node, as the sandbox's routes write the paths. */
export const ENDPOINTS = {
	agent: [
		'POST /agents',
		'GET /agents',
		'GET /agents/:agentId',
		'PATCH /agents/:agentId',
		'DELETE /agents/:agentId',
		'POST /agents/:agentId/runs',
		'GET /agents/:agentId/runs',
		'GET /agents/:agentId/runs/:runId',
		'POST /agents/:agentId/context',
		'DELETE /agents/:agentId/context/:sourceId',
		'POST /agents/:agentId/tools',
		'DELETE /agents/:agentId/tools/:toolId',
	],
	workflow: [
		'POST /workflows',
		'GET /workflows',
		'GET /workflows/:workflowId',
		'PUT /workflows/:workflowId',
		'DELETE /workflows/:workflowId',
		'POST /workflows/:workflowId/runs',
		'GET /workflows/:workflowId/runs',
		'GET /workflows/:workflowId/runs/:runId',
	],
	context: [
		'POST /context/sources',
		'GET /context/sources',
		'GET /context/sources/:sourceId',
		'PATCH /context/sources/:sourceId',
		'POST /context/sources/:sourceId/documents',
		'GET /context/sources/:sourceId/documents',
		'POST /context/query',
		'POST /context/sources/:sourceId/refresh',
		'GET /context/windows/:windowId',
	],
	analytics: [
		'GET /analytics/usage',
		'GET /analytics/costs',
		'GET /analytics/traces',
		'GET /analytics/traces/:traceId',
		'GET /analytics/runs',
		'GET /analytics/latency',
	],
} as const satisfies Record<Resource, readonly string[]>;
