/** The endpoints of docs/vendors/kakiyo.md by resource, as the sandbox's routes write the paths. */
export const ENDPOINTS = {
	agent: [
		'GET /agents',
		'POST /agents',
		'GET /agents/:id',
		'PUT /agents/:id',
		'POST /agents/:id/pause',
		'POST /agents/:id/resume',
		'DELETE /agents/:id',
		'POST /agents/:id/relaunch',
	],
	analytics: ['GET /analytics/overview', 'GET /analytics/campaigns/:campaignId'],
	apiKey: ['GET /verify'],
	campaign: [
		'GET /campaigns',
		'POST /campaigns',
		'PUT /campaigns/:id',
		'GET /campaigns/:id/stats',
		'POST /campaigns/:id/pause',
		'POST /campaigns/:id/resume',
		'DELETE /campaigns/:id',
	],
	dnc: ['GET /dnc', 'GET /dnc/check', 'POST /dnc', 'POST /dnc/batch', 'DELETE /dnc/:id'],
	model: ['GET /models', 'GET /models/:modelId'],
	product: ['GET /products', 'POST /products'],
	prompt: ['GET /prompts', 'POST /prompts', 'GET /prompts/:id', 'PUT /prompts/:id'],
	prospect: [
		'POST /prospects',
		'POST /prospects/batch',
		'POST /prospects/batch/round-robin',
		'GET /prospects/imports/:listId',
		'POST /prospects/sales-navigator',
		'GET /prospects/campaign/:campaignId',
		'GET /prospects/search',
		'GET /prospects/:chatId',
		'POST /prospects/:chatId/qualify',
		'POST /prospects/:chatId/pause',
		'POST /prospects/:chatId/resume',
		'PATCH /prospects/:chatId/custom-data',
		'DELETE /prospects/:prospectId',
		'DELETE /prospects',
	],
	webhook: [
		'GET /webhooks',
		'POST /webhooks',
		'PUT /webhooks/:webhookId',
		'DELETE /webhooks/:webhookId',
		'GET /webhooks/events',
		'POST /webhooks/test',
		'GET /webhooks/test/events',
		'GET /webhooks/test/example/:event',
	],
	workspace: [
		'GET /workspaces',
		'POST /workspaces',
		'DELETE /workspaces/:id',
		'POST /workspaces/:id/invite',
		'DELETE /workspaces/:id/clients',
		'POST /workspaces/:id/agents/:agentId',
		'DELETE /workspaces/:id/agents/:agentId',
	],
} as const;

export type Resource = keyof typeof ENDPOINTS;

/** Needs a second credential, see agentSetup.test.ts. */
export const IN_ITS_OWN_TEST = ['POST /agents/:id/setup'];
