import { describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodeType } from 'n8n-workflow';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { KaiCallsTrigger } from '../../../nodes/KaiCalls/KaiCallsTrigger.node';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { KakiyoTrigger } from '../../../nodes/Kakiyo/KakiyoTrigger.node';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';
import { KayseTrigger } from '../../../nodes/Kayse/KayseTrigger.node';

/** The conditions of fields that name what is no field of their level, with the levels below. */
function strangers(fields: INodeProperties[]): string[] {
	const names = new Set(fields.map(({ name }) => name));
	return fields.flatMap(({ name, displayOptions, options = [] }) => {
		const conditions = Object.values(displayOptions ?? {}).flatMap((rule) => Object.keys(Object(rule)));
		const unknown = conditions.filter((condition) => !/^[/@]/.test(condition) && !names.has(condition)).map((condition) => `${name}: ${condition}`);
		const below = options.flatMap((option) => ('values' in option ? strangers(option.values) : []));
		return [...unknown, ...below, ...strangers(options.filter((option): option is INodeProperties => 'type' in option))];
	});
}

const nodes: INodeType[] = [new KaiCalls(), new KaiCallsTrigger(), new Kairo(), new Kakiyo(), new KakiyoTrigger(), new Kayse(), new KayseTrigger()];

describe.each(nodes.map((node) => [node.description.displayName, node] as const))('%s', (_name, { description }) => {
	it('shows fields by fields of their own level, or of the node by a slash: n8n before 2.34 refuses to run a workflow with another node', () => {
		expect(strangers(description.properties)).toEqual([]);
	});
});
