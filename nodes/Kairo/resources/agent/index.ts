import { resourceOf } from '../../../shared/fields/resource';
import { apiRequestIn } from '../../apiRequest/operation';
import { addTool } from './addTool';
import { attachContext } from './attachContext';
import { create } from './create';
import { remove } from './delete';
import { detachContext } from './detachContext';
import { get } from './get';
import { getMany } from './getMany';
import { getRun } from './getRun';
import { getRuns } from './getRuns';
import { removeTool } from './removeTool';
import { run } from './run';
import { update } from './update';

export const agent = resourceOf({ name: 'Agent', value: 'agent' }, [
	create,
	addTool,
	apiRequestIn('agent', 'agents', 'e.g. /agent_01j9k8m3x/runs'),
	attachContext,
	remove,
	detachContext,
	get,
	getMany,
	getRun,
	getRuns,
	removeTool,
	run,
	update,
]);
