import { describe, expect, it } from '@jest/globals';

import { KaiCallsTrigger } from '../../../nodes/KaiCalls/KaiCallsTrigger.node';
import { editor } from '../editor';
import { useKaiCallsBench } from '../kaicalls';

const type = new KaiCallsTrigger();
const { listSearch, loadOptions } = type.methods;
const bench = useKaiCallsBench();

const valuesOf = (choices: Array<{ value: unknown }>) => choices.map(({ value }) => value);

describe('the dropdowns of the KaiCalls Trigger', () => {
	it('offer every agent and workspace', async () => {
		const { agents, workspaces } = bench.state;
		expect(valuesOf(await loadOptions.getAgents.call(editor(type, bench.credential())))).toEqual(
			agents.map(({ id }) => id),
		);
		const { results } = await listSearch.searchWorkspaces.call(editor(type, bench.credential()));
		expect(valuesOf(results)).toEqual(workspaces.map(({ id }) => id));
	});
});
