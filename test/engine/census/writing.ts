import type { INodeTypeDescription } from 'n8n-workflow';

import type { NodeOperation } from '../../../nodes/shared/engine/results';
import type { Sample } from './sample';

/** A writing operation of a node. */
export interface Writing extends NodeOperation {
	/** Such as "Kakiyo: agent > pause". */
	name: string;
	resource: string;
	operationName: string;
	description: INodeTypeDescription;
	sample: Sample;
}

/** How many items an operation runs over. */
export interface Size {
	items: number;
	/** In several requests, one of the items not fit. */
	chunked?: boolean;
}
