import { categories as assumed } from '../../../nodes/Kairo/endpoints';

/** The evidence for an endpoint, see docs/vendors/kairo.md. */
export const standings = ['documented', 'implied', 'assumed'] as const;

/** How sure an endpoint is. */
export type Standing = (typeof standings)[number];

/** An endpoint of a category, with its evidence. */
export interface Endpoint {
	method: string;
	/** Below the category's root; `{name}` is an ID. */
	path: string;
	standing: Standing;
}

interface Published {
	root: string;
	methods: readonly string[];
	endpoints: Record<string, Endpoint>;
}

const documented = (method: string, path: string): Endpoint => ({ method, path, standing: 'documented' });
const implied = (method: string, path: string): Endpoint => ({ method, path, standing: 'implied' });

/**
 * KAIRO's published endpoints, and those that follow from its text (docs/vendors/kairo.md#endpoint-categories); read
 * there, not from the node.
 */
const published = {
	agent: {
		root: '/agents',
		methods: ['POST', 'GET', 'PATCH', 'DELETE'],
		endpoints: {
			create: documented('POST', ''),
			getAll: implied('GET', ''),
			get: implied('GET', '/{agentId}'),
			update: implied('PATCH', '/{agentId}'),
			delete: implied('DELETE', '/{agentId}'),
		},
	},
	workflow: {
		root: '/workflows',
		methods: ['POST', 'GET', 'PUT', 'DELETE'],
		endpoints: {
			create: implied('POST', ''),
			getAll: implied('GET', ''),
			get: implied('GET', '/{workflowId}'),
			update: implied('PUT', '/{workflowId}'),
			delete: implied('DELETE', '/{workflowId}'),
		},
	},
	context: { root: '/context', methods: ['POST', 'GET', 'PATCH'], endpoints: {} },
	analytics: { root: '/analytics', methods: ['GET'], endpoints: {} },
} satisfies Record<string, Published>;

/** KAIRO's four categories of endpoints. */
export type CategoryName = keyof typeof published;

/** An endpoint of a category: published, or a guess of the node. */
export type EndpointName<C extends CategoryName> = (
	keyof (typeof published)[C]['endpoints'] | keyof (typeof assumed)[C]['endpoints']
) &
	string;

/** All served endpoints: the published ones at KAIRO's paths, the guesses at the node's paths. */
export const categories: Record<CategoryName, Published> = {
	agent: { ...published.agent, endpoints: { ...assumed.agent.endpoints, ...published.agent.endpoints } },
	workflow: { ...published.workflow, endpoints: { ...assumed.workflow.endpoints, ...published.workflow.endpoints } },
	context: { ...published.context, endpoints: assumed.context.endpoints },
	analytics: { ...published.analytics, endpoints: assumed.analytics.endpoints },
};
