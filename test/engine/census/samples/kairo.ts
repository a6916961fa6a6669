import type { INodeParameters } from 'n8n-workflow';

import type { CategoryName } from '../../../../nodes/Kairo/endpoints';
import { byId, known, named, type Given, type Sample, type Samples } from '../sample';

const newAgent = (place: number): Given => ({
	request: { method: 'POST', path: '/agents', body: { name: `Given ${place}`, context: ['crm'] } },
});

const newWorkflow = (place: number): Given => ({
	request: { method: 'POST', path: '/workflows', body: { name: `Given ${place}`, steps: [{ agent_id: 'a1' }] } },
});

const newSource = (place: number): Given => ({
	request: { method: 'POST', path: '/context/sources', body: { name: `Given ${place}` } },
});

const onAgent = (parameters: INodeParameters = {}): Sample => ({
	parameters: { agentId: byId('={{ $json.id }}'), ...parameters },
	given: newAgent,
	item: known,
});

const onWorkflow = (parameters: INodeParameters = {}): Sample => ({
	parameters: { workflowId: byId('={{ $json.id }}'), ...parameters },
	given: newWorkflow,
	item: known,
});

const onSource = (parameters: INodeParameters = {}): Sample => ({
	parameters: { sourceId: byId('={{ $json.id }}'), ...parameters },
	given: newSource,
	item: known,
});

/** What a user puts together. */
const posting = (category: CategoryName, path: string, body: string): Sample => ({
	parameters: { [`${category}Method`]: 'POST', [`${category}Path`]: path, body },
	item: named,
});

export const kairoSamples: Samples = {
	agent: {
		addTool: onAgent({ name: 'look_up', description: 'Finds it' }),
		apiRequest: posting('agent', '', '={ "name": "{{ $json.mark }}" }'),
		attachContext: onAgent({ sourceId: byId('handbook') }),
		create: { parameters: { name: '={{ $json.name }}' }, item: named },
		delete: onAgent({ agentIdToDelete: byId('={{ $json.id }}') }),
		detachContext: onAgent({ sourceIdToDetach: byId('crm') }),
		removeTool: {
			parameters: { agentId: byId('={{ $json.id }}'), toolId: '={{ $json.tool }}' },
			given(place, { kairo }) {
				const [agent] = [...kairo.state.agents.values()];
				if (!agent) throw new Error('The seed has no agent');
				const id = `agent_given_${place}`;
				kairo.state.agents.set(id, { ...agent, id, tools: [{ id: 'tool_given', name: 'look_up' }] });
				return id;
			},
			item: (place, id) => ({ ...known(place, id), tool: 'tool_given' }),
		},
		run: { ...onAgent({ agentInputType: 'text', input: 'Hello', waitForRun: true }), follows: true },
		update: onAgent({ updateFields: { name: 'Renamed' } }),
	},
	context: {
		apiRequest: posting('context', 'sources', '={ "name": "{{ $json.mark }}" }'),
		createSource: { parameters: { name: '={{ $json.name }}' }, item: named },
		ingestDocument: onSource({ title: 'Refunds', content: 'Five days.' }),
		refreshSource: onSource(),
		updateSource: onSource({ updateFields: { name: 'Renamed' } }),
	},
	workflow: {
		apiRequest: posting('workflow', '', '={ "name": "{{ $json.mark }}", "steps": [] }'),
		create: { parameters: { name: '={{ $json.name }}', steps: '[{"agent_id": "a1"}]' }, item: named },
		delete: onWorkflow({ workflowIdToDelete: byId('={{ $json.id }}') }),
		run: onWorkflow({ workflowInputType: 'json', inputJson: '{ "lead": 7 }' }),
		update: onWorkflow({ definition: '{"name": "Other", "steps": [{"agent_id": "agent_1"}]}' }),
	},
};
