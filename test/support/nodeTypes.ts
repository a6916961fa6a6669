import type { INodeType } from 'n8n-workflow';

import { KaiCalls } from '../../nodes/KaiCalls/KaiCalls.node';
import { KaiCallsTrigger } from '../../nodes/KaiCalls/KaiCallsTrigger.node';
import { Kairo } from '../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../nodes/Kakiyo/Kakiyo.node';
import { KakiyoTrigger } from '../../nodes/Kakiyo/KakiyoTrigger.node';
import { Kayse } from '../../nodes/Kayse/Kayse.node';
import { KayseTrigger } from '../../nodes/Kayse/KayseTrigger.node';

/** All nodes of the package, as n8n loads them. */
export const NODE_TYPES: INodeType[] = [
	new KaiCalls(),
	new KaiCallsTrigger(),
	new Kairo(),
	new Kakiyo(),
	new KakiyoTrigger(),
	new Kayse(),
	new KayseTrigger(),
];

/** For `describe.each`. */
export const NODE_TYPES_BY_NAME = NODE_TYPES.map((node) => [node.description.displayName, node] as const);
