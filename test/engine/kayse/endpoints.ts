/** The endpoints of docs/vendors/kayse.md by resource of the node, as the sandbox's routes write the paths. */
export const ENDPOINTS = {
	call: ['POST /calls'],
	campaign: ['GET /campaigns', 'POST /campaigns'],
	case: ['POST /cases', 'GET /cases/:id', 'PUT /cases/:id', 'POST /cases/bulk'],
	caseList: ['GET /case_lists', 'POST /case_lists', 'POST /case_lists/bulk'],
	client: ['POST /clients', 'GET /clients/:id', 'PUT /clients/:id', 'DELETE /clients/:id', 'POST /clients/bulk'],
	metadata: ['GET /metadata/objects'],
} as const;

export type Resource = keyof typeof ENDPOINTS;

/** Of the resource Case, with tests of their own. */
export const IN_ITS_OWN_TEST = {
	caseDelete: ['DELETE /cases/:id', 'POST /cases/bulk_delete'],
	messages: ['POST /cases/communication/sms', 'POST /cases/communication/email'],
} as const;

/** Resources whose operations are put together from the endpoints of others. */
export const COMPOSED = ['lead'];
