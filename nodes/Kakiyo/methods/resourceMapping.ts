import type { ResourceMapperFields } from 'n8n-workflow';

import { mapperField } from '../../shared/engine/resourceMapper';
import type { RowMember } from '../../shared/fields/row';
import { optOuts } from '../resources/dnc/add';
import { prospects } from '../resources/prospect/row';

const offering = (members: RowMember[]) => async (): Promise<ResourceMapperFields> => ({
	fields: members
		.filter(({ offered = true }) => offered)
		.map(({ name, label, type = 'string', required, shown }) =>
			mapperField({ id: name, displayName: label, type, required, shown }),
		),
});

export const resourceMapping = {
	optOutFields: offering(optOuts.members),
	prospectFields: offering(prospects.members),
};
