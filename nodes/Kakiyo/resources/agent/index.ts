import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { pause } from './pause';
import { relaunch } from './relaunch';
import { resume } from './resume';
import { setup } from './setup';
import { update } from './update';

export const agent = resourceOf({ name: 'Agent', value: 'agent' }, [
	getMany,
	create,
	get,
	pause,
	relaunch,
	remove,
	resume,
	setup,
	update,
]);
