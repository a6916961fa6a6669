import { resourceOf } from '../../../shared/fields/resource';
import { assignAgent } from './assignAgent';
import { create } from './create';
import { remove } from './delete';
import { getMany } from './getMany';
import { inviteClient } from './inviteClient';
import { removeClient } from './removeClient';
import { unassignAgent } from './unassignAgent';

export const workspace = resourceOf({ name: 'Workspace', value: 'workspace' }, [
	getMany,
	assignAgent,
	create,
	inviteClient,
	remove,
	removeClient,
	unassignAgent,
]);
