import type { IHttpRequestMethods } from 'n8n-workflow';

/**
 * How sure a path is. `documented`: KAIRO prints it. `implied`: KAIRO prints the category and the method, which suggest the path.
 * `assumed`: a guess by REST convention.
 */
export type Standing = 'documented' | 'implied' | 'assumed';

export interface KairoEndpoint {
	method: IHttpRequestMethods;
	/** Below the category's root; `{name}` stands for an ID. */
	path: string;
	standing: Standing;
}

interface Category {
	root: string;
	rootStanding: Standing;
	/** The methods that KAIRO lists for the category. */
	methods: readonly IHttpRequestMethods[];
	endpoints: Record<string, KairoEndpoint>;
}

const endpoint =
	(standing: Standing) =>
	(method: IHttpRequestMethods, path: string): KairoEndpoint => ({ method, path, standing });

const documented = endpoint('documented');
const implied = endpoint('implied');
const assumed = endpoint('assumed');

/**
 * The only table of KAIRO's paths: to correct a path, change its line. KAIRO documents the categories with their methods and numbers
 * of endpoints (docs/vendors/kairo.md#endpoint-categories), and one path: the one that creates an agent. The other roots follow from
 * the names of the categories.
 */
export const categories = {
	agent: {
		root: '/agents',
		rootStanding: 'documented',
		methods: ['POST', 'GET', 'PATCH', 'DELETE'],
		endpoints: {
			create: documented('POST', ''),
			getAll: implied('GET', ''),
			get: implied('GET', '/{agentId}'),
			update: implied('PATCH', '/{agentId}'),
			delete: implied('DELETE', '/{agentId}'),
			run: assumed('POST', '/{agentId}/runs'),
			getRuns: assumed('GET', '/{agentId}/runs'),
			getRun: assumed('GET', '/{agentId}/runs/{runId}'),
			attachContext: assumed('POST', '/{agentId}/context'),
			detachContext: assumed('DELETE', '/{agentId}/context/{sourceId}'),
			addTool: assumed('POST', '/{agentId}/tools'),
			removeTool: assumed('DELETE', '/{agentId}/tools/{toolId}'),
		},
	},
	workflow: {
		root: '/workflows',
		rootStanding: 'implied',
		methods: ['POST', 'GET', 'PUT', 'DELETE'],
		endpoints: {
			create: implied('POST', ''),
			getAll: implied('GET', ''),
			get: implied('GET', '/{workflowId}'),
			update: implied('PUT', '/{workflowId}'),
			delete: implied('DELETE', '/{workflowId}'),
			run: assumed('POST', '/{workflowId}/runs'),
			getRuns: assumed('GET', '/{workflowId}/runs'),
			getRun: assumed('GET', '/{workflowId}/runs/{runId}'),
		},
	},
	context: {
		root: '/context',
		rootStanding: 'implied',
		methods: ['POST', 'GET', 'PATCH'],
		endpoints: {
			createSource: assumed('POST', '/sources'),
			getSources: assumed('GET', '/sources'),
			getSource: assumed('GET', '/sources/{sourceId}'),
			updateSource: assumed('PATCH', '/sources/{sourceId}'),
			ingestDocument: assumed('POST', '/sources/{sourceId}/documents'),
			getDocuments: assumed('GET', '/sources/{sourceId}/documents'),
			query: assumed('POST', '/query'),
			refreshSource: assumed('POST', '/sources/{sourceId}/refresh'),
			getWindow: assumed('GET', '/windows/{windowId}'),
		},
	},
	analytics: {
		root: '/analytics',
		rootStanding: 'implied',
		methods: ['GET'],
		endpoints: {
			getUsage: assumed('GET', '/usage'),
			getCosts: assumed('GET', '/costs'),
			getTraces: assumed('GET', '/traces'),
			getTrace: assumed('GET', '/traces/{traceId}'),
			getRuns: assumed('GET', '/runs'),
			getLatency: assumed('GET', '/latency'),
		},
	},
} satisfies Record<string, Category>;

export type CategoryName = keyof typeof categories;

/** Names of a category's endpoints. The node's operations have the same values. */
export type EndpointName<C extends CategoryName> = keyof (typeof categories)[C]['endpoints'] & string;

/** An endpoint with its full path below the base URL. */
export function endpointOf<C extends CategoryName>(category: C, name: EndpointName<C>): KairoEndpoint {
	const { root, endpoints }: Category = categories[category];
	const found = endpoints[name];
	if (!found) throw new Error(`No endpoint ${category}.${name}`);
	return { ...found, path: root + found.path };
}
