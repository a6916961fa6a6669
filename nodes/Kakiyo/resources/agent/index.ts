import { resourceProperties } from '../../../shared/fields/resource';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { pause } from './pause';
import { relaunch } from './relaunch';
import { resume } from './resume';
import { update } from './update';

/** All of Kakiyo's agent endpoints but `POST /agents/{id}/setup`, which needs the password of a LinkedIn account. */
export const agent = resourceProperties('agent', [
	getMany,
	create,
	get,
	pause,
	relaunch,
	remove,
	resume,
	update,
]);
