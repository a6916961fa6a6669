import { describe, expect, it } from '@jest/globals';
import type { IDataObject, WorkflowExecuteMode } from 'n8n-workflow';

import { keptByNode, markStaticData } from '../../../nodes/shared/memory/staticData';

const OWN = 'n8n-nodes-outreach-agents';

/** A node after these others, with the static data of its workflow. */
function nodeAfter(types: string[], staticData: Record<string, IDataObject>, mode: WorkflowExecuteMode = 'webhook') {
	return {
		getMode: () => mode,
		getNode: () => ({ name: 'Take In', type: `${OWN}.kayse` }),
		getParentNodes: () => types.map((type) => ({ name: type, type, typeVersion: 1, disabled: false })),
		getWorkflowStaticData: (kind: string) => (staticData[kind] ??= {}),
	};
}

describe('what a node keeps', () => {
	it.each([
		['nothing of this package', ['n8n-nodes-base.webhook', 'n8n-nodes-base.set']],
		['another node of this package', ['n8n-nodes-base.scheduleTrigger', `${OWN}.kakiyo`]],
		['another package’s trigger', ['other.kakiyoTrigger']],
	])('is its own after %s', (_, types) => {
		const node = { remembered: 1 };
		expect(keptByNode(nodeAfter(types, { node }))).toBe(node);
	});

	it('is its own after a trigger whose mark has come along, and by hand', () => {
		const staticData: Record<string, IDataObject> = {};
		const trigger = nodeAfter([], staticData);
		markStaticData(trigger);
		expect(keptByNode(nodeAfter([`${OWN}.kakiyoTrigger`], staticData))).toBe(staticData.node);
		expect(keptByNode(nodeAfter([`${OWN}.kakiyoTrigger`], {}, 'manual'))).toEqual({});
	});

	it('is nothing where it would wipe out what the trigger needs', () => {
		expect(() => keptByNode(nodeAfter([`${OWN}.kaiCallsTrigger`, 'n8n-nodes-base.set'], {}))).toThrow(
			'n8n did not hand over what this workflow remembers',
		);
	});
});
