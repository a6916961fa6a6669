import type { INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';
import type { WorkflowFile } from '../../../demo/workflows';
import { control } from '../control';
import { canvasWithRows, inARow } from '../editor/rowsOnCanvas';
import { world } from '../world';

type Rows = Array<Record<string, string>>;

/** A node of the pack that an example works with. */
interface Step {
	name: string;
	node: 'kakiyo' | 'kakiyoTrigger' | 'kaiCalls' | 'kayse' | 'kairo';
	credential: string;
	parameters: INodeParameters;
}

/** A picture: a canvas, the step that is open on it, and its state. */
export interface Scene {
	file: string;
	workflow: () => Promise<WorkflowFile>;
	open: string;
	/** The result, the error or the waiting trigger is shown; otherwise the panel as it is before it ran. */
	executed?: 'result' | 'error' | 'listening';
}

const PEOPLE: Rows = [
	['Ada Byron', 'ada-byron', 'Analytical Ltd'],
	['Grace Murray', 'grace-murray', 'Harbor Systems'],
	['Alan Mathison', 'alan-mathison', 'Bletchley & Co'],
	['Katherine Coleman', 'katherine-coleman', 'Orbit Works'],
	['Grace Murray', 'grace-murray', 'Harbor Systems'],
	['Donald Ervin', 'donald-ervin', 'Typeset Press'],
].map(([name = '', slug = '', company = '']) => ({
	Name: name,
	'LinkedIn URL': `https://www.linkedin.com/in/${slug}/`,
	Company: company,
}));

const LEADS: Rows = [
	{ Name: 'Jane Doe', Phone: '+12025550111', Interest: 'a will' },
	{ Name: 'Joe Bloggs', Phone: '+12025550112', Interest: 'a trust' },
	{ Name: 'Jim Beam', Phone: '+12025550199', Interest: 'a contract' },
];

const source = (id: string) => ({ 'External Source': 'web form', 'External Source ID': id });

const CLIENTS: Rows = [
	{ 'First Name': 'Jane', 'Last Name': 'Doe', Mobile: '+12025550111', Email: 'jane@example.com', ...source('L-1') },
	{ 'First Name': 'Joe', 'Last Name': 'Bloggs', Mobile: '+12025550112', Email: 'joe@example.com', ...source('L-2') },
];

const first = <T>([one]: readonly T[], what: string): T => {
	if (one === undefined) throw new Error(`The sandbox has no ${what}`);
	return one;
};

const listed = (value: string, cachedResultName: string): INodeParameterResourceLocator => ({
	__rl: true,
	mode: 'list',
	value,
	cachedResultName,
});

/** The step as n8n has it on a canvas. */
function onCanvas({ name, node, credential, parameters }: Step): Parameters<typeof inARow>[0][number] {
	const known = world.credentials[credential];
	if (!known) throw new Error(`There is no credential ${credential}`);
	return { name, type: `n8n-nodes-outreach-agents.${node}`, parameters, credentials: { [credential]: known } };
}

const afterRows = async (rows: Rows, step: Step): Promise<WorkflowFile> => await canvasWithRows(rows, onCanvas(step));

const addProspects = async (parameters: INodeParameters = {}): Promise<Step> => {
	const { campaigns } = await control('kakiyoState');
	const { id, name } = first(
		campaigns.filter(({ status }) => status === 'active'),
		'active campaign',
	);
	return {
		name: 'Add to the Campaign',
		node: 'kakiyo',
		credential: 'kakiyoOutreachApi',
		parameters: {
			resource: 'prospect',
			operation: 'add',
			campaignId: listed(id, name),
			fields: { mappingMode: 'autoMapInputData', value: null },
			...parameters,
		},
	};
};

const callLeads = async (): Promise<Step> => {
	const { id, name } = first((await control('kaiCallsState')).agents, 'agent');
	return {
		name: 'Call the Leads',
		node: 'kaiCalls',
		credential: 'kaiCallsOutreachApi',
		parameters: {
			resource: 'call',
			operation: 'createAndWait',
			agentId: listed(id, name),
			to: '={{ $json.Phone }}',
			personName: '={{ $json.Name }}',
			context: '={{ $json.Interest }}',
		},
	};
};

const upsertClients: Step = {
	name: 'Create or Update Clients',
	node: 'kayse',
	credential: 'kayseOutreachApi',
	parameters: {
		resource: 'client',
		operation: 'upsert',
		fields: { mappingMode: 'autoMapInputData', value: null },
	},
};

const createAgent: Step = {
	name: 'Create the Agent',
	node: 'kairo',
	credential: 'kairoOutreachApi',
	parameters: { resource: 'agent', operation: 'create', name: '={{ $json.Name }}' },
};

const replies: Step = {
	name: 'On Prospect Replied',
	node: 'kakiyoTrigger',
	credential: 'kakiyoOutreachApi',
	parameters: {},
};

/** The pictures of README and docs. */
export const SCENES: Scene[] = [
	{
		file: 'campaign',
		workflow: async () => await afterRows(PEOPLE, await addProspects()),
		open: 'Add to the Campaign',
		executed: 'result',
	},
	{
		file: 'calls',
		workflow: async () => await afterRows(LEADS, await callLeads()),
		open: 'Call the Leads',
		executed: 'result',
	},
	{
		file: 'clients',
		workflow: async () => await afterRows(CLIENTS, upsertClients),
		open: 'Create or Update Clients',
		executed: 'result',
	},
	{
		file: 'agents',
		workflow: async () => await afterRows([{ Name: 'Lead Qualifier' }, { Name: 'Follow-Up' }], createAgent),
		open: 'Create the Agent',
		executed: 'result',
	},
	{
		file: 'error',
		workflow: async () =>
			await afterRows(
				[
					...PEOPLE.slice(0, 2),
					{ Name: 'Alan Mathison', 'LinkedIn URL': 'not on LinkedIn', Company: 'Bletchley & Co' },
				],
				await addProspects(),
			),
		open: 'Add to the Campaign',
		executed: 'error',
	},
	{
		file: 'trigger',
		workflow: async () => inARow([onCanvas(replies)]),
		open: 'On Prospect Replied',
		executed: 'listening',
	},
];
