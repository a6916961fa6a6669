import { resourceProperties } from '../../../shared/fields/resource';
import { apiRequest } from './apiRequest';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getRun } from './getRun';
import { getRuns } from './getRuns';
import { run } from './run';
import { update } from './update';

export const workflow = resourceProperties('workflow', [
	run,
	apiRequest,
	create,
	remove,
	get,
	getMany,
	getRun,
	getRuns,
	update,
]);
