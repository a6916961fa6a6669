import { resourceOf } from '../../../shared/fields/resource';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { pause } from './pause';
import { preview } from './preview';
import { validate } from './validate';

export const communicationRun = resourceOf({ name: 'Communication Run', value: 'communicationRun' }, [
	getMany,
	cancel,
	create,
	get,
	pause,
	preview,
	validate,
]);
