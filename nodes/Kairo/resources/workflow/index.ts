import { resourceOf } from '../../../shared/fields/resource';
import { apiRequestIn } from '../../apiRequest/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getRun } from './getRun';
import { getRuns } from './getRuns';
import { run } from './run';
import { update } from './update';

export const workflow = resourceOf({ name: 'Workflow', value: 'workflow' }, [
	run,
	apiRequestIn('workflow', 'workflows', 'e.g. /wf_01j9k8m3x/runs'),
	create,
	remove,
	get,
	getMany,
	getRun,
	getRuns,
	update,
]);
