import type { INodeProperties } from 'n8n-workflow';

import { allowDuplicatesOption } from '../../shared/operations/once';

/** For the operations that ring or text a person. */
export const duplicatesOptions: INodeProperties[] = [
	{
		...allowDuplicatesOption,
		displayOptions: { show: { '/resource': ['call', 'smsMessage'], '/operation': ['create', 'createAndWait', 'send'] } },
	},
];
