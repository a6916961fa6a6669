import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'flatted';
import type {
	ExecutionStatus,
	ICredentialDataDecryptedObject,
	INodeTypeDescription,
	IRunExecutionData,
} from 'n8n-workflow';
import { z } from 'zod';
import type { WorkflowFile } from './workflows';

const POLL_MS = 250;

/** The owner of a newly set up n8n, which only this machine can reach. */
export const OWNER = { email: 'demo@example.com', password: 'Outreach-demo-1', firstName: 'Demo', lastName: 'Owner' };

const ROWS_AT_ONCE = 500;

/** n8n lists no more of its data tables at once, and ten if it is not asked for a number. */
export const MOST_TABLES = 250;

const Identified = z.object({ id: z.string() });
const Named = z.object({ id: z.string(), name: z.string() });
const NamedList = z.array(Named);
const Tables = z.object({ data: NamedList });
const CredentialTest = z.object({ status: z.enum(['OK', 'Error']), message: z.string() });
const Settings = z.object({ userManagement: z.object({ showSetupOnFirstLoad: z.boolean() }) });
const Execution = z.object({
	status: z.custom<ExecutionStatus>((value) => typeof value === 'string'),
	data: z.string(),
});
const LocatorResults = z.object({
	results: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })),
	paginationToken: z.unknown(),
});

/** A credential to create or to test. */
export type CredentialInput = { type: string; name: string; data: ICredentialDataDecryptedObject };

/** A finished execution with the output of all its nodes. */
export type FinishedExecution = { status: ExecutionStatus; data: IRunExecutionData };

/** n8n's query for the rows of a "From list" locator. */
export type LocatorQuery = {
	nodeTypeAndVersion: { name: string; version: number };
	methodName: string;
	path: string;
	currentNodeParameters: Record<string, unknown>;
	credentials: Record<string, { id: string; name: string }>;
	filter?: string;
	paginationToken?: unknown;
};

/** Talks to n8n like its editor, logged in as the owner. */
export class N8nClient {
	private cookie = '';

	private constructor(private readonly url: string) {}

	/** Logs in, first creating the owner when n8n is new. */
	static async login(url: string): Promise<N8nClient> {
		const client = new N8nClient(url);
		const settings = Settings.parse(await client.request('GET', '/rest/settings'));
		if (settings.userManagement.showSetupOnFirstLoad) await client.request('POST', '/rest/owner/setup', OWNER);
		else await client.request('POST', '/rest/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
		return client;
	}

	/** The node types that the editor offers. */
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		return (await (await this.fetch('/types/nodes.json')).json()) as INodeTypeDescription[];
	}

	/** Fetches a path as the logged-in user. */
	async fetch(path: string, init: RequestInit = {}): Promise<Response> {
		return await fetch(`${this.url}${path}`, { ...init, headers: { ...init.headers, cookie: this.cookie } });
	}

	/** Tests a credential without saving it. */
	async testCredential(credential: CredentialInput): Promise<z.infer<typeof CredentialTest>> {
		const credentials = { ...credential, id: '' };
		return CredentialTest.parse(await this.request('POST', '/rest/credentials/test', { credentials }));
	}

	/** Creates a credential, or gives an existing one of the same name its new data; returns its id. */
	async saveCredential(credential: CredentialInput): Promise<string> {
		return await this.save('/rest/credentials', credential);
	}

	/**
	 * Creates a workflow, or replaces the one of the same name; returns its id.
	 * @param tags names by which the list of workflows can be filtered
	 */
	async saveWorkflow(workflow: WorkflowFile, tags: string[] = []): Promise<string> {
		if (tags.length === 0) return await this.save('/rest/workflows', workflow);
		const ids: string[] = [];
		for (const name of tags) ids.push(await this.save('/rest/tags', { name }));
		return await this.save('/rest/workflows', { ...workflow, tags: ids });
	}

	/** Names of the workflows that exist. */
	async workflowNames(): Promise<string[]> {
		return NamedList.parse(await this.request('GET', '/rest/workflows')).map(({ name }) => name);
	}

	/** Starts a workflow at one of its triggers and waits until the execution has ended. */
	async execute(workflowId: string, trigger: string, deadlineMs?: number): Promise<FinishedExecution> {
		const { executionId } = z
			.object({ executionId: z.string() })
			.parse(
				await this.request('POST', `/rest/workflows/${workflowId}/run`, { triggerToStartFrom: { name: trigger } }),
			);
		return await this.finished(executionId, deadlineMs);
	}

	/** Waits until an execution has ended. */
	async finished(executionId: string, deadlineMs = 120_000): Promise<FinishedExecution> {
		for (const deadline = Date.now() + deadlineMs; ;) {
			const execution = Execution.parse(await this.request('GET', `/rest/executions/${executionId}`));
			if (!['new', 'running', 'waiting'].includes(execution.status)) {
				return { status: execution.status, data: parse(execution.data) as unknown as IRunExecutionData };
			}
			if (Date.now() > deadline)
				throw new Error(`Execution ${executionId} is still ${execution.status} at the deadline`);
			await delay(POLL_MS);
		}
	}

	/**
	 * Creates a data table of texts with these rows, unless there is one of that name.
	 * @returns its address below `/rest`
	 */
	async saveTable(name: string, rows: Array<Record<string, string>>): Promise<string> {
		const { id: project } = Identified.parse(await this.request('GET', '/rest/projects/personal'));
		const tables = `/projects/${project}/data-tables`;
		const existing = Tables.parse(await this.request('GET', `/rest${tables}?take=${MOST_TABLES}`)).data.find(
			(table) => table.name === name,
		);
		if (existing) return `${tables}/${existing.id}`;
		const columns = Object.keys(rows[0] ?? {}).map((column) => ({ name: column, type: 'string' }));
		const { id } = Identified.parse(await this.request('POST', `/rest${tables}`, { name, columns }));
		for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
			await this.request('POST', `/rest${tables}/${id}/insert`, { data: rows.slice(start, start + ROWS_AT_ONCE) });
		}
		return `${tables}/${id}`;
	}

	/** The rows that a "From list" locator shows. */
	async locatorResults(query: LocatorQuery): Promise<z.infer<typeof LocatorResults>> {
		return LocatorResults.parse(
			await this.request('POST', '/rest/dynamic-node-parameters/resource-locator-results', query),
		);
	}

	private async save(collection: string, entity: { name: string; tags?: string[] }): Promise<string> {
		const existing = NamedList.parse(await this.request('GET', collection)).find(({ name }) => name === entity.name);
		const saved = existing
			? await this.request('PATCH', `${collection}/${existing.id}`, entity)
			: await this.request('POST', collection, entity);
		return Named.parse(saved).id;
	}

	private async request(method: string, path: string, body?: unknown): Promise<unknown> {
		const response = await this.fetch(path, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n answered ${method} ${path} with ${response.status}: ${text}`);
		const cookie = response.headers.getSetCookie().find((line) => line.startsWith('n8n-auth='));
		if (cookie) this.cookie = cookie.split(';')[0] ?? '';
		return z.object({ data: z.unknown() }).parse(JSON.parse(text)).data;
	}
}
