import type { INodeType } from 'n8n-workflow';

import { KaiCalls } from '../../../nodes/KaiCalls/KaiCalls.node';
import { Kairo } from '../../../nodes/Kairo/Kairo.node';
import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { Kayse } from '../../../nodes/Kayse/Kayse.node';

/** The nodes with operations, by the names of their pages in docs/vendors. */
export const NODES: Array<[page: string, create: () => INodeType]> = [
	['kakiyo', () => new Kakiyo()],
	['kaicalls', () => new KaiCalls()],
	['kayse', () => new Kayse()],
	['kairo', () => new Kairo()],
];
